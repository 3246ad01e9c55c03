package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.evaluation.metrics.events.Outcome.Verdict.FALSE_ALARM;
import static space.maneuver.evaluation.metrics.events.Outcome.Verdict.HIT;
import static space.maneuver.evaluation.metrics.events.Outcome.Verdict.NEUTRAL;
import static space.maneuver.testing.LabelledDays.burn;
import static space.maneuver.testing.LabelledDays.daily;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.evaluation.metrics.events.Outcome.Verdict;
import space.maneuver.testing.LabelledDays;

/** The first six are the reference scorer's own checks. */
class EventScorerTest {

  private static final LabelledBurn[] BURNS = {
    burn(100.5), burn(200.5, 200.6), burn(201.2, 201.3), burn(300.5), burn(900.5)
  };
  private static final LabelledSatellite SATELLITE = LabelledDays.of("t", daily(1000), BURNS);
  private static final Detection[] DETECTIONS = {
    new Detection(100.6, .9),
    new Detection(101.5, .8),
    new Detection(200.5, .7),
    new Detection(201.0, .65),
    new Detection(201.1, .6),
    new Detection(302.2, .5),
    new Detection(500, .4),
    new Detection(998, 1)
  };

  @Test
  void onlyTheLabelledSpanCounts() {
    EventTruth truth = new EventTruth(SATELLITE);

    assertThat(truth.inSpan(98.5)).isTrue();
    assertThat(truth.inSpan(98.5 - 1e-9)).isFalse();
    assertThat(truth.inSpan(902.5)).isTrue();
    assertThat(truth.inSpan(902.5 + 1e-9)).isFalse();
    assertThat(truth.counted()).hasSize(4);
  }

  @Test
  void eachEventIsMatchedOnceAndFurtherHitsAreNeutralUpToItsBurns() {
    assertThat(verdicts(MatchMode.GAP, SATELLITE, DETECTIONS))
        .containsExactly(HIT, FALSE_ALARM, HIT, NEUTRAL, FALSE_ALARM, FALSE_ALARM, FALSE_ALARM);
    assertThat(verdicts(MatchMode.HOURS_48, SATELLITE, DETECTIONS))
        .containsExactly(HIT, FALSE_ALARM, HIT, NEUTRAL, FALSE_ALARM, HIT, FALSE_ALARM);
    assertThat(verdicts(MatchMode.HOURS_12, SATELLITE, DETECTIONS))
        .containsExactly(HIT, FALSE_ALARM, HIT, NEUTRAL, FALSE_ALARM, FALSE_ALARM, FALSE_ALARM);
  }

  @Test
  void recallIsTakenAtTheLowestThresholdWithinTheAllowedFalseAlarms() {
    EventScore score = pooled(MatchMode.HOURS_48, SATELLITE, DETECTIONS);

    assertThat(score.atFalseAlarmRate().recall()).isCloseTo(.75, within(1e-9));
    assertThat(score.atFalseAlarmRate().threshold()).isEqualTo(.5);
    assertThat(score.bestF1().f1()).isCloseTo(2 * .6 * .75 / 1.35, within(1e-9));
  }

  @Test
  void perfectDetectorScoresOneAndSilenceZero() {
    Detection[] perfect =
        Arrays.stream(BURNS).map(burn -> new Detection(burn.start(), 1)).toArray(Detection[]::new);
    EventScore best = pooled(MatchMode.HOURS_12, SATELLITE, perfect);
    EventScore silence = pooled(MatchMode.HOURS_12, SATELLITE);

    assertThat(best.bestF1().f1()).isEqualTo(1);
    assertThat(best.atFalseAlarmRate().recall()).isEqualTo(1);
    assertThat(best.medianTimingErrorHours()).isZero();
    assertThat(silence.bestF1()).isEqualTo(OperatingPoint.SILENCE);
    assertThat(silence.atFalseAlarmRate()).isEqualTo(OperatingPoint.SILENCE);
    assertThat(silence.medianTimingErrorHours()).isNull();
  }

  @Test
  void detectionBetweenTwoEventsFindsOneOfThem() {
    LabelledSatellite satellite =
        LabelledDays.of("q", daily(1000), burn(100.5), burn(102.5), burn(400));

    assertThat(
            verdicts(
                MatchMode.HOURS_24,
                satellite,
                new Detection(101.5, 1),
                new Detection(101.6, .5),
                new Detection(101.7, .4)))
        .containsExactly(HIT, HIT, FALSE_ALARM);
  }

  @Test
  void longGapWithTheBurnMatchesAtAnyDistance() {
    List<Double> epochs = List.of(0., 50., 90., 99., 106., 107., 200., 400.);
    LabelledSatellite satellite = LabelledDays.of("g", epochs, burn(100.5), burn(300.5));
    Detection late = new Detection(105.9, 1);

    assertThat(verdicts(MatchMode.GAP, satellite, late)).containsExactly(HIT);
    assertThat(verdicts(MatchMode.HOURS_48, satellite, late)).containsExactly(FALSE_ALARM);
  }

  @Test
  void equalScoresEnterTogether() {
    LabelledSatellite satellite = LabelledDays.of("e", daily(1000), burn(100.5), burn(460));
    EventScore score =
        pooled(
            MatchMode.HOURS_12,
            satellite,
            new Detection(100.5, 1),
            new Detection(200, 1),
            new Detection(300, 1));

    assertThat(score.atFalseAlarmRate().threshold()).isNull();
    assertThat(score.atFalseAlarmRate().recall()).isZero();
    assertThat(score.bestF1().precision()).isCloseTo(1 / 3., within(1e-12));
  }

  @Test
  void fixedThresholdIncludesScoresEqualToIt() {
    EventScorer scorer = EventScorer.HEADLINE.withThreshold(.7);
    List<DetectedSatellite> detected =
        List.of(new DetectedSatellite(SATELLITE, List.of(DETECTIONS)));
    OperatingPoint fixed = scorer.score(detected, MatchMode.GAP).pooled().fixed();

    assertThat(fixed)
        .extracting(OperatingPoint::threshold, OperatingPoint::precision, OperatingPoint::recall)
        .containsExactly(.7, 2 / 3., .5);
  }

  @Test
  void refusesDuplicateNames() {
    DetectedSatellite satellite = new DetectedSatellite(SATELLITE, List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventScorer.HEADLINE.score(List.of(satellite, satellite)))
        .withMessageContaining("t");
  }

  private static List<Verdict> verdicts(
      MatchMode mode, LabelledSatellite satellite, Detection... detections) {
    return EventMatcher.match(new EventTruth(satellite), List.of(detections), mode).stream()
        .map(Outcome::verdict)
        .toList();
  }

  private static EventScore pooled(
      MatchMode mode, LabelledSatellite satellite, Detection... detections) {
    return EventScorer.HEADLINE
        .score(List.of(new DetectedSatellite(satellite, List.of(detections))), mode)
        .pooled();
  }
}

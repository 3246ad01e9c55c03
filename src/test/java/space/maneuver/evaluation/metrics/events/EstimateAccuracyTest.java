package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.math.Share;
import space.maneuver.testing.LabelledDays;

class EstimateAccuracyTest {

  private static final double SIGMA = .001;

  private static final LabelledSatellite SATELLITE =
      LabelledDays.of(
          "one",
          LabelledDays.daily(1000),
          inTrack(100.5, .01, 1),
          inTrack(200.5, -.01, 1),
          inTrack(300.5, .003, 1),
          inTrack(400.5, .001, 1),
          new LabelledBurn(500.5, 500.5, .5, Type.CROSS_TRACK, .1, 1),
          inTrack(600.5, .01, 2),
          inTrack(700.5, .01, 1),
          inTrack(701, .01, 1),
          new LabelledBurn(800.5, 800.5, Double.NaN),
          inTrack(900.5, .01, 1));

  @Test
  void timeFiguresCountEveryHit() {
    EstimateAccuracy accuracy =
        of(
            new Detection(100.75, .9, new Estimate(100.25, 101.25, Type.UNKNOWN, null)),
            new Detection(600, .9, new Estimate(599, 600.25, Type.UNKNOWN, null)),
            new Detection(800.5, .9, new Estimate(800, 800.75, Type.UNKNOWN, null)));

    assertThat(accuracy.timeErrorHours().median()).isCloseTo(6, within(1e-9));
    assertThat(accuracy.intervalHours().median()).isCloseTo(24, within(1e-9));
    assertThat(accuracy.intervalContainsEvent()).isEqualTo(Share.of(2, 3));
  }

  @Test
  void unknownTypeIsWrong() {
    EstimateAccuracy accuracy =
        of(
            detection(100.5, Type.IN_TRACK, .01),
            detection(200.5, Type.RADIAL, -.01),
            detection(300.5, Type.UNKNOWN, null),
            detection(500.5, Type.CROSS_TRACK, .1));

    assertThat(accuracy.typeRight()).isEqualTo(Share.of(2, 4));
  }

  @Test
  void onlySingleBurnsWithPublishedDeltaVCountForTypeAndDeltaV() {
    EstimateAccuracy accuracy =
        of(
            detection(600.5, Type.RADIAL, .5),
            detection(700.5, Type.RADIAL, .5),
            detection(800.5, Type.RADIAL, .5));

    assertThat(accuracy.typeRight()).isEqualTo(Share.of(0, 0));
    assertThat(accuracy.deltaVEstimated()).isEqualTo(Share.of(0, 0));
    assertThat(accuracy.deltaVWrong()).isEqualTo(Share.of(0, 0));
    assertThat(accuracy.withinTwoSigma()).isEqualTo(Share.of(0, 0));
  }

  @Test
  void deltaVOfMoreThanTwiceOrLessThanHalfIsWrong() {
    assertThat(of(detection(100.5, Type.IN_TRACK, .0199)).deltaVWrong()).isEqualTo(Share.of(0, 1));
    assertThat(of(detection(100.5, Type.IN_TRACK, .0201)).deltaVWrong()).isEqualTo(Share.of(1, 1));
    assertThat(of(detection(100.5, Type.IN_TRACK, .0051)).deltaVWrong()).isEqualTo(Share.of(0, 1));
    assertThat(of(detection(100.5, Type.IN_TRACK, .0049)).deltaVWrong()).isEqualTo(Share.of(1, 1));
  }

  @Test
  void wrongSignOfABurnAlongTheTrackIsWrong() {
    assertThat(of(detection(200.5, Type.IN_TRACK, -.01)).deltaVWrong()).isEqualTo(Share.of(0, 1));
    assertThat(of(detection(200.5, Type.IN_TRACK, .01)).deltaVWrong()).isEqualTo(Share.of(1, 1));
    Estimate crossTrack =
        new Estimate(500, 501, Type.CROSS_TRACK, new DeltaV(null, -.1, .49, .5, SIGMA));
    assertThat(of(new Detection(500.5, .9, crossTrack)).deltaVWrong()).isEqualTo(Share.of(0, 1));
  }

  @Test
  void smallBurnsAreNotComparedByFactorAndNeedNoEstimate() {
    EstimateAccuracy accuracy =
        of(
            detection(100.5, Type.UNKNOWN, null),
            detection(200.5, Type.IN_TRACK, -.01),
            detection(300.5, Type.UNKNOWN, null),
            detection(400.5, Type.IN_TRACK, .01));

    assertThat(accuracy.deltaVEstimated()).isEqualTo(Share.of(1, 2));
    assertThat(accuracy.deltaVWrong()).isEqualTo(Share.of(0, 1));
  }

  @Test
  void withinTwoSigmaComparesTotals() {
    EstimateAccuracy accuracy =
        of(
            detection(100.5, Type.IN_TRACK, .0119),
            detection(200.5, Type.IN_TRACK, -.0121),
            detection(300.5, Type.IN_TRACK, .0011),
            detection(900.5, Type.UNKNOWN, null));

    assertThat(accuracy.withinTwoSigma()).isEqualTo(Share.of(2, 3));
  }

  @Test
  void onlyReportedHitsCount() {
    EstimateAccuracy accuracy =
        of(
            new Detection(100.5, .4, new Estimate(100, 101, Type.IN_TRACK, null)),
            new Detection(250, .9, new Estimate(249, 251, Type.IN_TRACK, null)),
            new Detection(300.5, .9));

    assertThat(accuracy.intervalContainsEvent()).isEqualTo(Share.of(0, 0));
  }

  private static EstimateAccuracy of(Detection... detections) {
    return EstimateAccuracy.of(
        List.of(new DetectedSatellite(SATELLITE, List.of(detections))), MatchMode.GAP, .5);
  }

  private static LabelledBurn inTrack(double day, double alongTrack, int thrusts) {
    return new LabelledBurn(day, day, Math.abs(alongTrack), Type.IN_TRACK, alongTrack, thrusts);
  }

  private static Detection detection(double time, Type type, @Nullable Double alongTrack) {
    DeltaV deltaV =
        alongTrack == null ? null : new DeltaV(null, alongTrack, 0, Math.abs(alongTrack), SIGMA);
    return new Detection(time, .9, new Estimate(time - .5, time + .5, type, deltaV));
  }
}

package space.maneuver.evaluation.metrics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.testing.ReferenceCases.assertNumber;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import space.maneuver.evaluation.metrics.events.EventScorer.EventScores;
import space.maneuver.testing.ReferenceCases;
import tools.jackson.databind.JsonNode;

class EventScorerReferenceTest {

  static List<JsonNode> cases() throws IOException {
    return ReferenceCases.read("events.json");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheReferenceScorer(JsonNode given) {
    JsonNode threshold = given.get("threshold");
    EventScorer scorer =
        new EventScorer(
            given.get("falseAlarmsPerYear").doubleValue(),
            threshold.isNull() ? null : threshold.doubleValue());
    List<DetectedSatellite> satellites =
        ReferenceCases.list(given.get("satellites")).stream()
            .map(EventScorerReferenceTest::detected)
            .toList();

    Map<MatchMode, EventScores> scores = scorer.score(satellites);

    scores.forEach(
        (mode, score) -> {
          JsonNode expected = given.get("expected").get(mode.label());
          assertThat(expected.size()).isEqualTo(score.satellites().size() + 1);
          score
              .satellites()
              .forEach((name, each) -> assertScore(mode + " " + name, expected.get(name), each));
          JsonNode pooled = expected.get("pooled");
          assertScore(mode + " pooled", pooled, score.pooled());
          assertNumber(
              mode + " timing",
              pooled.get("median_abs_timing_error_h"),
              score.pooled().medianTimingErrorHours());
        });
  }

  private static DetectedSatellite detected(JsonNode node) {
    return new DetectedSatellite(
        ReferenceCases.satellite(node),
        ReferenceCases.list(node.get("detections")).stream()
            .map(it -> new Detection(it.get(0).doubleValue(), it.get(1).doubleValue()))
            .toList());
  }

  private static void assertScore(String what, JsonNode expected, EventScore score) {
    assertThat(score.events()).as(what).isEqualTo(expected.get("n_events").intValue());
    assertNumber(what, expected.get("years"), score.satelliteYears());
    assertNumber(what, expected.get("best_f1"), score.bestF1().f1());
    assertNumber(what, expected.get("best_thr"), score.bestF1().threshold());
    assertNumber(what, expected.get("best_p"), score.bestF1().precision());
    assertNumber(what, expected.get("best_r"), score.bestF1().recall());
    assertNumber(what, expected.get("recall_at_fa"), score.atFalseAlarmRate().recall());
    assertNumber(what, expected.get("thr_at_fa"), score.atFalseAlarmRate().threshold());
    assertNumber(what, expected.get("prec_at_fa"), score.atFalseAlarmRate().precision());
    assertNumber(what, expected.get("ap"), score.averagePrecision());
    JsonNode expectedFixed = expected.get("fixed");
    OperatingPoint fixed = score.fixed();
    assertThat(fixed == null).as(what).isEqualTo(expectedFixed.isNull());
    if (fixed != null) {
      assertNumber(what, expectedFixed.get(0), fixed.f1());
      assertNumber(what, expectedFixed.get(1), fixed.threshold());
      assertNumber(what, expectedFixed.get(2), fixed.precision());
      assertNumber(what, expectedFixed.get(3), fixed.recall());
      assertNumber(what, expectedFixed.get(4), fixed.falseAlarmsPerYear());
    }
  }
}

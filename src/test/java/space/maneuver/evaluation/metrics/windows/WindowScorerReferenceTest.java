package space.maneuver.evaluation.metrics.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.testing.ReferenceCases.assertNumber;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import space.maneuver.testing.ReferenceCases;
import tools.jackson.databind.JsonNode;

class WindowScorerReferenceTest {

  static List<JsonNode> cases() throws IOException {
    return ReferenceCases.read("windows.json");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void agreesWithTheReferenceScorer(JsonNode given) {
    WindowScorer scorer =
        new WindowScorer(
            given.get("guardDays").doubleValue(), given.get("minimumElementSets").intValue());
    List<WindowedSatellite> satellites =
        ReferenceCases.list(given.get("satellites")).stream()
            .map(WindowScorerReferenceTest::windowed)
            .toList();

    WindowScores scores = scorer.score(satellites);

    JsonNode expected = given.get("expected");
    JsonNode dropped = expected.get("dropped");
    assertThat(scores.dropped())
        .isEqualTo(
            new WindowScores.Dropped(
                dropped.get("span").intValue(),
                dropped.get("empty").intValue(),
                dropped.get("ambiguous").intValue()));
    for (WindowedSatellite satellite : satellites) {
      String name = satellite.satellite().name();
      assertThat(scores.satellites().containsKey(name)).isEqualTo(expected.has(name));
    }
    scores.satellites().forEach((name, score) -> assertScore(expected.get(name), score));
    assertScore(expected.get("pooled"), scores.pooled());
    assertMean(expected, scores.mean());
  }

  private static WindowedSatellite windowed(JsonNode node) {
    return new WindowedSatellite(
        ReferenceCases.satellite(node),
        ReferenceCases.list(node.get("windows")).stream()
            .map(
                it ->
                    new ScoredWindow(
                        it.get(0).doubleValue(), it.get(1).doubleValue(), it.get(2).doubleValue()))
            .toList());
  }

  private static void assertScore(JsonNode expected, WindowScore score) {
    assertThat(score.windows()).isEqualTo(expected.get("n").intValue());
    assertNumber("prevalence", expected.get("prevalence"), score.prevalence());
    assertNumber("auroc", expected.get("auroc"), score.auroc());
    assertNumber("ap", expected.get("ap"), score.averagePrecision());
    assertNumber("best_f1", expected.get("best_f1"), score.bestF1());
    assertNumber("best_thr", expected.get("best_thr"), score.bestThreshold());
    assertNumber("f1_at_0_5", expected.get("f1_at_0_5"), score.f1AtHalf());
    assertNumber("balacc_at_0_5", expected.get("balacc_at_0_5"), score.balancedAccuracyAtHalf());
    assertNumber("f1_always", expected.get("f1_always"), score.f1AlwaysYes());
  }

  private static void assertMean(JsonNode all, WindowScores.@Nullable Mean mean) {
    assertThat(mean != null).isEqualTo(all.has("mean"));
    if (mean != null) {
      JsonNode expected = all.get("mean");
      assertNumber("prevalence", expected.get("prevalence"), mean.prevalence());
      assertNumber("auroc", expected.get("auroc"), mean.auroc());
      assertNumber("ap", expected.get("ap"), mean.averagePrecision());
      assertNumber("best_f1", expected.get("best_f1"), mean.bestF1());
      assertNumber("f1_at_0_5", expected.get("f1_at_0_5"), mean.f1AtHalf());
      assertNumber("balacc_at_0_5", expected.get("balacc_at_0_5"), mean.balancedAccuracyAtHalf());
    }
  }
}

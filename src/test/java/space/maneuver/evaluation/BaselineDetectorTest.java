package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.Sgp4History;

class BaselineDetectorTest {

  private static final double FIRST_DAY = 18_262;
  private static final Instant TIME = Instant.parse("2020-04-10T19:12:00Z");
  private static final LabelledHistory SATELLITE =
      new LabelledHistory(
          "one",
          Sgp4History.burnt(200, 1, 100.3, 0.5),
          List.of(new Burn(TIME, TIME, 1, 0, 0.5, 0)));

  @ParameterizedTest
  @EnumSource(Baseline.class)
  void ranksTheBurnHighestAndOnlyInWindowsThatContainIt(Baseline baseline) {
    SatelliteResult result = new BaselineDetector(baseline).result(SATELLITE, List.of(30, 60));

    Detection surest = result.detections().stream().min(Detection.SUREST_FIRST).orElseThrow();
    assertThat(surest.time()).isBetween(FIRST_DAY + 100, FIRST_DAY + 102);
    assertThat(result.detections().stream().map(Detection::score).sorted(Comparator.reverseOrder()))
        .startsWith(surest.score())
        .doesNotHaveDuplicates()
        .allSatisfy(score -> assertThat(score).isStrictlyBetween(0.5 - 1e-9, 1.0));
    List<ScoredWindow> windows = result.windowedInContext(30).windows();
    assertThat(windows).hasSize(171);
    for (ScoredWindow window : windows) {
      double start = window.start() - FIRST_DAY;
      if (start > 75 && start < 95) {
        assertThat(window.score()).as("from %s", start).isEqualTo(surest.score());
      } else if (start + 30 < 95 || start > 105) {
        assertThat(window.score()).as("from %s", start).isLessThan(surest.score());
      }
    }
    assertThat(result.windowedInContext(60).windows()).hasSize(141);
    assertThat(result.windows()).isEmpty();
  }
}

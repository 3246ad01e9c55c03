package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.WindowContext;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.detection.search.StepSearch.StepScan;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.WindowRunner;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.StepBundles;

class StepScanTest {

  /** A logit that stands for a probability of three quarters. */
  private static final double LOG_OF_3 = Math.log(3);

  private static final ManeuverModel RANDOM = ManeuverModel.start(StepBundles.random(7));

  @AfterAll
  static void close() {
    RANDOM.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 55, 56})
  void shortHistoryIsOneWindow(int days) {
    ElementSetSeries series = ElementSetSeries.of(new KeplerHistory(1).days(days));
    WindowRunner runner = new Known((window, step) -> step % 2 == 0 ? 0 : LOG_OF_3);

    double[] probabilities = new StepScan(runner).probabilities(series);

    assertThat(probabilities).hasSize(days);
    for (int k = 0; k < days; k++) {
      assertThat(probabilities[k]).isCloseTo(k % 2 == 0 ? 0.5 : 0.75, within(1e-6));
    }
  }

  /**
   * Of 61 steps one window has 0 to 55, which it gives a half each, and one 5 to 60, which it gives
   * three quarters. A step's weights are the squares of its distances from the nearer ends of the
   * windows, by the middle of the step.
   */
  @ParameterizedTest
  @CsvSource({
    // In the first window alone: the other one begins later.
    "0, 0.5",
    "4, 0.5",
    // 5.5 steps from the end of the one and .5 from that of the other: 121 to 1.
    "5, 0.502049",
    // 10.5 and 5.5 steps: 441 to 121.
    "10, 0.553826",
    // 25.5 from both.
    "30, 0.625",
    "50, 0.696174",
    "55, 0.747951",
    "56, 0.75",
    "60, 0.75"
  })
  void windowsThatOverlapAreAveragedByTheirDistanceFromTheMiddle(int step, double expected) {
    ElementSetSeries series = ElementSetSeries.of(new KeplerHistory(1).days(61));
    WindowRunner runner = new Known((window, each) -> window == 0 ? 0 : LOG_OF_3);

    double[] probabilities = new StepScan(runner).probabilities(series);

    assertThat(probabilities).hasSize(61);
    assertThat(probabilities[step]).isCloseTo(expected, within(1e-6));
  }

  @Test
  void fullContextFindsTheSurestGapOfEachWindow() {
    History history = new KeplerHistory(3).burn(40.2, 0.5, 0).days(80);
    ElementSetSeries series = ElementSetSeries.of(history);
    double[] probabilities = new StepScan(RANDOM).probabilities(series);

    List<WindowProbability> windows =
        new WindowPredictor(RANDOM).scan(history, 30, 10, SolarFlux.NONE, WindowContext.FULL);

    assertThat(windows).hasSize(6);
    for (int w = 0; w < 6; w++) {
      double surest = 0;
      for (int k = 10 * w; k < 10 * w + 30; k++) {
        surest = Math.max(surest, probabilities[k]);
      }
      assertThat(windows.get(w).probability()).isCloseTo(surest, within(1e-6));
      assertThat(windows.get(w).start()).isEqualTo(KeplerHistory.instant(10 * w));
      assertThat(windows.get(w).end()).isEqualTo(KeplerHistory.instant(10 * w + 30));
    }
  }

  @Test
  void windowAloneKnowsNothingOfWhatFollows() {
    KeplerHistory quiet = new KeplerHistory(5);
    KeplerHistory burnt = new KeplerHistory(5).burn(50.2, 5, 0);
    WindowPredictor predictor = new WindowPredictor(RANDOM);

    List<WindowProbability> before =
        predictor.scan(quiet.days(80), 30, 1, SolarFlux.NONE, WindowContext.WINDOW);
    List<WindowProbability> after =
        predictor.scan(burnt.days(80), 30, 1, SolarFlux.NONE, WindowContext.WINDOW);

    assertThat(after.subList(0, 21)).isEqualTo(before.subList(0, 21));
    assertThat(after.subList(21, 51)).doesNotContainAnyElementsOf(before.subList(21, 51));
  }

  @Test
  void confidenceZeroListsEveryCandidateBetweenTwoElementSets() {
    History history = new KeplerHistory(3).burn(40.2, 0.5, 0).days(120, day -> day % 5 != 3);

    ObjectReport report = new Detector(RANDOM, SolarFlux.NONE).detect(history, 0.0);

    assertThat(report.maneuvers()).isNotEmpty();
    assertThat(report.windows()).hasSize(91);
    assertThat(report.maneuvers())
        .allSatisfy(
            each -> {
              assertThat(each.epoch()).isBetween(each.earliest(), each.latest());
              assertThat(each.confidence()).isBetween(0.0, 1.0);
            });
  }

  /** A network whose logit of a step of the window of a number is known. */
  private record Known(StepLogit logit) implements WindowRunner {

    interface StepLogit {
      double of(int window, int step);
    }

    @Override
    public float[] logits(List<FeatureWindow> windows) {
      throw new UnsupportedOperationException("a scan asks for steps");
    }

    @Override
    public float[][] stepLogits(List<FeatureWindow> windows) {
      float[][] logits = new float[windows.size()][];
      for (int window = 0; window < logits.length; window++) {
        logits[window] = new float[windows.get(window).steps()];
        for (int step = 0; step < logits[window].length; step++) {
          logits[window][step] = (float) logit.of(window, step);
        }
      }
      return logits;
    }
  }
}

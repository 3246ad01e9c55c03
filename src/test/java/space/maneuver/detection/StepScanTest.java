package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.ElementSetFeatures;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.StepBundles;
import space.maneuver.orbit.History;
import space.maneuver.orbit.MadeUpHistory;

class StepScanTest {

  private static final ManeuverModel RANDOM = ManeuverModel.start(StepBundles.random(7));

  @AfterAll
  static void close() {
    RANDOM.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 55, 56})
  void shortHistoryIsOneWindow(int days) {
    ElementSetSeries series = ElementSetSeries.of(new MadeUpHistory(1).days(days));

    double[] probabilities = new StepScan(RANDOM).probabilities(series);

    float[] logits = logits(series.features(), 0, days);
    assertThat(probabilities).hasSize(days);
    for (int k = 0; k < days; k++) {
      assertThat(probabilities[k]).isCloseTo(sigmoid(logits[k]), within(1e-6));
    }
  }

  @Test
  void windowsThatOverlapAreAveragedByTheirDistanceFromTheMiddle() {
    ElementSetSeries series = ElementSetSeries.of(new MadeUpHistory(1).days(61));

    double[] probabilities = new StepScan(RANDOM).probabilities(series);

    double sum = 0;
    double weights = 0;
    for (int start : new int[] {0, 5}) {
      double weight = 1 - Math.abs(2 * (30 - start + 0.5) / 56 - 1);
      weights += weight * weight;
      sum += weight * weight * sigmoid(logits(series.features(), start, 56)[30 - start]);
    }
    assertThat(probabilities[30]).isCloseTo(sum / weights, within(1e-6));
    assertThat(probabilities[60])
        .isCloseTo(sigmoid(logits(series.features(), 5, 56)[55]), within(1e-6));
  }

  @Test
  void fullContextFindsTheSurestGapOfEachWindow() {
    History history = new MadeUpHistory(3).burn(40.2, 0.5, 0).days(80);
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
      assertThat(windows.get(w).start()).isEqualTo(MadeUpHistory.instant(10 * w));
      assertThat(windows.get(w).end()).isEqualTo(MadeUpHistory.instant(10 * w + 30));
    }
  }

  @Test
  void windowAloneKnowsNothingOfWhatFollows() {
    MadeUpHistory quiet = new MadeUpHistory(5);
    MadeUpHistory burnt = new MadeUpHistory(5).burn(50.2, 5, 0);
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
    History history = new MadeUpHistory(3).burn(40.2, 0.5, 0).days(120, day -> day % 5 != 3);

    ObjectReport report = new ManeuverDetector(RANDOM, SolarFlux.NONE).detect(history, 0.0);

    assertThat(report.maneuvers()).isNotEmpty();
    assertThat(report.windows()).hasSize(91);
    assertThat(report.maneuvers())
        .allSatisfy(
            each -> {
              assertThat(each.epoch()).isBetween(each.earliest(), each.latest());
              assertThat(each.confidence()).isBetween(0.0, 1.0);
            });
  }

  private static float[] logits(ElementSetFeatures features, int from, int steps) {
    FeatureWindow window =
        new FeatureWindow(
            null,
            null,
            null,
            60,
            ElementSetFeatures.SCHEMA.width(),
            features.rows(from, from + steps, from + steps - 1));
    return new WindowBatches(RANDOM).stepLogits(List.of(window))[0];
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}

package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.features.DailySeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.Prediction;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;

class WindowPredictorTest {

  /** A network of random weights this large amplifies the rounding of batches. */
  private static final Offset<Double> TOLERANCE = within(1e-4);

  private static final ManeuverModel MODEL = ManeuverModel.start(DailyBundles.random(5));

  private final WindowPredictor predictor = new WindowPredictor(MODEL);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void windowsOfBothLengthsGiveTogetherWhatEachGivesAlone(boolean steps) {
    // More than two batches of each length.
    List<FeatureWindow> windows = mixed(600);

    List<Prediction> together = predictor.predict(windows, steps);

    assertThat(together).hasSize(600);
    for (int i = 0; i < 600; i++) {
      Prediction alone = predictor.predict(windows.subList(i, i + 1), steps).get(0);
      assertThat(together.get(i).id()).isEqualTo("window " + i);
      assertThat(together.get(i).probability()).isCloseTo(alone.probability(), TOLERANCE);
      assertThat(together.get(i).threshold()).isEqualTo(i % 3 == 0 ? 0.6 : 0.4);
    }
    assertThat(together.stream().map(Prediction::probability).distinct()).hasSizeGreaterThan(500);
  }

  @Test
  void lastStepIsTheWindowItself() {
    List<FeatureWindow> windows = mixed(300);

    List<Prediction> plain = predictor.predict(windows, false);
    List<Prediction> stepwise = predictor.predict(windows, true);

    for (int i = 0; i < 300; i++) {
      double[] steps = stepwise.get(i).steps();
      assertThat(steps).hasSize(windows.get(i).days());
      assertThat(steps).endsWith(stepwise.get(i).probability());
      assertThat(stepwise.get(i).probability()).isCloseTo(plain.get(i).probability(), TOLERANCE);
      assertThat(plain.get(i).steps()).isNull();
    }
  }

  @Test
  void maneuverIsAProbabilityThatReachesTheThreshold() {
    List<Prediction> predictions = predictor.predict(mixed(300), false);

    assertThat(predictions)
        .allSatisfy(
            each -> assertThat(each.maneuver()).isEqualTo(each.probability() >= each.threshold()));
    assertThat(predictions).extracting(Prediction::maneuver).contains(true, false);
  }

  @Test
  void noWindowGivesNoPrediction() {
    assertThat(predictor.predict(List.of(), false)).isEmpty();
    assertThat(predictor.predict(List.of(), true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "60, 1", "30, 7", "60, 50"})
  void scanLeavesNoWindowOut(int days, int stride) {
    // A window a day is more than one chunk of 1,024.
    History history = new KeplerHistory(3).days(1100, day -> day % 9 != 4);

    List<WindowProbability> scanned =
        predictor.scan(history, days, stride, SolarFlux.NONE, WindowContext.WINDOW);

    List<Instant> starts = new ArrayList<>();
    for (int day = 0; day + days <= 1100; day += stride) {
      starts.add(KeplerHistory.instant(day));
    }
    assertThat(scanned).extracting(WindowProbability::start).containsExactlyElementsOf(starts);
    assertThat(scanned)
        .allSatisfy(
            window ->
                assertThat(Duration.between(window.start(), window.end())).isEqualTo(days(days)));
  }

  @Test
  void scanGivesEachWindowItsOwnProbabilityAcrossAChunksEnd() {
    History history = new KeplerHistory(4).burn(1030, 2, 0).days(1100);
    DailySeries series = DailySeries.of(history, SolarFlux.NONE);

    List<WindowProbability> scanned =
        predictor.scan(history, 30, 1, SolarFlux.NONE, WindowContext.WINDOW);

    for (int from : new int[] {0, 1, 1022, 1023, 1024, 1025, 1069, 1070}) {
      FeatureWindow window = series.window(from, 30);
      double alone = predictor.predict(List.of(window), false).get(0).probability();
      assertThat(scanned.get(from).probability()).as("%d", from).isCloseTo(alone, TOLERANCE);
    }
  }

  @Test
  void scanBeginsAtMidnightOfTheFirstDayAndEndsWithTheLast() {
    List<ElementSet> elements = new ArrayList<>();
    elements.add(ElementSetBuilder.at("2020-01-01T23:59:00Z").build());
    elements.addAll(new KeplerHistory(5).days(31).elements().subList(1, 30));
    elements.add(ElementSetBuilder.at("2020-01-31T00:00:00Z").build());

    assertThat(predictor.scan(History.of(elements), 30, 1, SolarFlux.NONE, WindowContext.WINDOW))
        .extracting(WindowProbability::start)
        .containsExactly(KeplerHistory.instant(0), KeplerHistory.instant(1));
  }

  @Test
  void historyShorterThanTheWindowHasNone() {
    assertThat(
            predictor.scan(
                new KeplerHistory(6).days(29), 30, 1, SolarFlux.NONE, WindowContext.WINDOW))
        .isEmpty();
    assertThat(
            predictor.scan(
                new KeplerHistory(6).days(30), 30, 1, SolarFlux.NONE, WindowContext.WINDOW))
        .hasSize(1);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  /** Every third one of 60 days, the others of 30. */
  private static List<FeatureWindow> mixed(int count) {
    DailySeries series =
        DailySeries.of(
            new KeplerHistory(2).burn(100.2, 1, 0).burn(300, 0, 5).days(count + 60),
            SolarFlux.NONE);
    List<FeatureWindow> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FeatureWindow window = series.window(i, i % 3 == 0 ? 60 : 30);
      windows.add(
          new FeatureWindow(
              "window " + i,
              window.noradId(),
              window.start(),
              window.days(),
              window.width(),
              window.values()));
    }
    return windows;
  }
}

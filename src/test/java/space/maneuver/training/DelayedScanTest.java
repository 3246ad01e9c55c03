package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.detection.search.DelayedScan;
import space.maneuver.detection.search.DelayedScan.Sighting;
import space.maneuver.evaluation.Tuning;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;

/** In this package because it needs a network with fresh weights. */
class DelayedScanTest {

  private static final TrainingSettings SETTINGS = QuickTraining.perGap(3, 1);
  private static final TrainingPlan COURSE = QuickTraining.plan(SETTINGS);
  private static final ManeuverModel MODEL =
      COURSE.start(
          new TrainedNetwork(COURSE.fresh(), new double[0], new double[0], 0, 0), Tuning.none());
  private static final History HISTORY = KeplerHistory.withBurns("one", 1).history();

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void scoresAGapAsIfTheHistoryEndedThatManyElementSetsLater() {
    ElementSetFeatures features = ElementSetSeries.of(HISTORY).features();
    WindowPredictor predictor = new WindowPredictor(MODEL);

    new DelayedScan(MODEL)
        .scan(HISTORY)
        .forEach(
            (delay, sightings) -> {
              assertThat(sightings).hasSizeGreaterThan(5);
              for (Sighting sighting : sightings) {
                int gap = gapAt(sighting.days());
                int end = gap + delay + 1;
                FeatureWindow window =
                    new FeatureWindow(
                        null,
                        null,
                        null,
                        60,
                        ElementSetFeatures.SCHEMA.width(),
                        features.rows(Math.max(0, end - 56), end, end - 1));
                double[] steps =
                    Objects.requireNonNull(predictor.predict(List.of(window), true).get(0).steps());
                assertThat(sighting.probability())
                    .isCloseTo(steps[steps.length - 1 - delay], within(1e-5));
              }
            });
  }

  @Test
  void laterElementSetsDoNotAffectAScore() {
    History shorter = new History(HISTORY.elements().subList(0, 100));
    double until = HISTORY.elements().get(80).epochDays();

    Map<Integer, List<Sighting>> all = new DelayedScan(MODEL).scan(HISTORY);

    new DelayedScan(MODEL)
        .scan(shorter)
        .forEach(
            (delay, sightings) ->
                assertThat(before(until, sightings))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-5 ? 0 : 1, Double.class)
                    .isEqualTo(before(until, Objects.requireNonNull(all.get(delay)))));
  }

  private static List<Sighting> before(double until, List<Sighting> sightings) {
    return sightings.stream()
        .filter(sighting -> sighting.days() < until)
        .sorted((a, b) -> Double.compare(a.days(), b.days()))
        .toList();
  }

  private static int gapAt(double days) {
    int k = 0;
    while (HISTORY.elements().get(k).epochDays() < days) {
      k++;
    }
    return k;
  }
}

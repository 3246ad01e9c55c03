package space.maneuver.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.EventScorer;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.math.Interval;
import space.maneuver.testing.LabelledDays;

class UncertaintyTest {

  @Test
  void intervalOfConstantResultsHasNoWidth() {
    Uncertainty uncertainty = Uncertainty.of(List.of(result("one", 2000, 1)), null);

    assertThat(uncertainty.pooled()).containsEntry("F1 gap", new Interval(1, 1));
    assertThat(uncertainty.satellites().get("one")).isEqualTo(uncertainty.pooled());
  }

  @Test
  void intervalContainsTheFigureAndNarrowsWithMoreYears() {
    Interval few = recall(result("one", 1500, 2));
    Interval many = recall(result("one", 24_000, 2));

    assertThat(recallItself(result("one", 1500, 2))).isBetween(few.low(), few.high());
    assertThat(recallItself(result("one", 24_000, 2))).isBetween(many.low(), many.high());
    assertThat(many.high() - many.low()).isBetween(.02, (few.high() - few.low()) / 2);
  }

  @Test
  void differingSatellitesWidenThePooledInterval() {
    SatelliteResult good = result("good", 6000, 1);
    SatelliteResult poor = result("poor", 6000, 4);

    Uncertainty both = Uncertainty.of(List.of(good, poor), null);

    Interval pooled = Objects.requireNonNull(both.pooled().get("recall at 1 FA/yr"));
    assertThat(pooled.low()).isLessThan(.3);
    assertThat(pooled.high()).isEqualTo(1);
  }

  @Test
  void sameResultsGiveTheSameIntervals() {
    SatelliteResult result = result("one", 3000, 3);

    assertThat(Uncertainty.of(List.of(result), .5)).isEqualTo(Uncertainty.of(List.of(result), .5));
  }

  @Test
  void singleBlockGivesNoInterval() {
    assertThat(Uncertainty.of(List.of(result("one", 300, 1)), null).pooled()).isEmpty();
  }

  private static double recallItself(SatelliteResult result) {
    return EventScorer.HEADLINE
        .score(List.of(result.detected()), MatchMode.GAP)
        .pooled()
        .atFalseAlarmRate()
        .recall();
  }

  private static Interval recall(SatelliteResult result) {
    return Objects.requireNonNull(
        Uncertainty.of(List.of(result), null).pooled().get("recall at 1 FA/yr"));
  }

  /** A burn every 30 to 50 days, of which one in {@code oneIn}, irregularly, is found. */
  private static SatelliteResult result(String name, int days, int oneIn) {
    List<LabelledBurn> burns = new ArrayList<>();
    List<Detection> detections = new ArrayList<>();
    Random random = new Random(5);
    double day = 20.5;
    int unseen = 0;
    while (day < days - 20) {
      burns.add(LabelledDays.burn(day));
      if (random.nextInt(oneIn) == 0) {
        detections.add(new Detection(day, .9));
      } else {
        unseen++;
      }
      day += 30 + random.nextInt(20);
    }
    assertThat(unseen > 0).isEqualTo(oneIn > 1);
    return new SatelliteResult(
        LabelledDays.of(name, LabelledDays.daily(days), burns.toArray(LabelledBurn[]::new)),
        detections,
        Map.of());
  }
}

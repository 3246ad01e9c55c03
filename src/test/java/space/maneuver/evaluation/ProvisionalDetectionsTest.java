package space.maneuver.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.Sgp4History;

class ProvisionalDetectionsTest {

  private static final ManeuverModel MODEL =
      ManeuverModel.start(BundleReader.readFromClassPath("maneuver-lstm"));

  private static final double BURN_DAY = 60.3;
  private static final Sgp4History ORBIT =
      Sgp4History.noisy(Sgp4History.LOW).burn(BURN_DAY, 0, .2, 0);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void eventIsDescribedSoonAfterIt() {
    Map<Integer, List<Detection>> detections = detections(ORBIT.every(1, 90));

    assertThat(detections).containsOnlyKeys(1, 3);
    Detection last = Objects.requireNonNull(detections.get(3)).get(0);
    assertThat(last.time()).isCloseTo(ORBIT.time(BURN_DAY), within(1.));
    assertThat(Objects.requireNonNull(last.estimate()).deltaV()).isNotNull();
  }

  @Test
  void laterElementSetsAreNotUsed() {
    History history = ORBIT.every(1, 90);
    int known = (int) BURN_DAY + 1 + 3 + 1;
    List<ElementSet> altered = new ArrayList<>(history.elements().subList(0, known));
    for (ElementSet each : history.elements().subList(known, history.size())) {
      altered.add(each.withDrag(10 * each.bStar(), 0));
    }

    assertThat(detections(new History(altered))).isEqualTo(detections(history));
  }

  private static Map<Integer, List<Detection>> detections(History history) {
    var time = Ticks.instant(ORBIT.time(BURN_DAY));
    LabelledHistory satellite =
        new LabelledHistory("one", history, List.of(new Burn(time, time, 1, 0, .2, 0)));
    return ProvisionalDetections.of(MODEL, satellite, SolarFlux.NONE);
  }
}

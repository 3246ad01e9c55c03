package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.testing.DecayingHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.StepBundles;

/** The kinds that are decided by rule, among candidates of a network of random weights. */
class ManeuverKindTest {

  private static final ManeuverModel RANDOM = ManeuverModel.start(StepBundles.random(3));
  private static final double CHANGE = 60.2;

  @AfterAll
  static void close() {
    RANDOM.close();
  }

  @Test
  void aChangeOfDragIsNoBurn() {
    History changed =
        DecayingHistory.of(
            ObjectClass.PAYLOAD, 120, t -> -0.05 * t - 0.1 * Math.max(0, t - CHANGE));

    List<Maneuver> drag =
        all(changed).stream().filter(each -> each.kind() == Kind.DRAG_CHANGE).toList();

    assertThat(drag).isNotEmpty();
    assertThat(drag)
        .allSatisfy(
            each -> {
              assertThat(Duration.between(each.epoch(), KeplerHistory.instant(CHANGE)).abs())
                  .isLessThan(Duration.ofDays(4));
              assertThat(each.type()).isEqualTo(Type.UNKNOWN);
              assertThat(each.deltaV()).isNull();
            });
  }

  @Test
  void withoutAChangeEveryCandidateIsABurn() {
    History steady = DecayingHistory.of(ObjectClass.PAYLOAD, 120, t -> -0.05 * t);

    assertThat(all(steady)).isNotEmpty().allMatch(each -> each.kind() == Kind.BURN);
  }

  @ParameterizedTest
  @EnumSource(names = {"DEBRIS", "ROCKET_BODY"})
  void whatCannotManeuverHasAnomalies(ObjectClass objectClass) {
    History steady = DecayingHistory.of(objectClass, 120, t -> -0.05 * t);

    assertThat(all(steady))
        .isNotEmpty()
        .allMatch(each -> each.kind() == Kind.ANOMALY && each.type() == Type.UNKNOWN);
  }

  private static List<Maneuver> all(History history) {
    return new Detector(RANDOM, SolarFlux.NONE).detect(history, 0.0).maneuvers();
  }
}

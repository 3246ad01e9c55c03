package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.testing.DecayingHistory;

/** A low orbit that loses 100 m a day. */
class DragChangeTest {

  private static final double DECAY = -0.1;
  private static final double CHANGE = 30.2;

  @Test
  void aChangeOfTheRateOfDecayIsDrag() {
    assertThat(explained(t -> DECAY * t + 2 * DECAY * Math.max(0, t - CHANGE))).isTrue();
    assertThat(explained(t -> 3 * DECAY * t - 2 * DECAY * Math.max(0, t - CHANGE))).isTrue();
  }

  @Test
  void aFallOfADayOrTwoOfDecayThatGoesOnFasterIsDrag() {
    assertThat(explained(t -> DECAY * t + (t > CHANGE ? -0.25 + 0.5 * DECAY * (t - CHANGE) : 0)))
        .isTrue();
  }

  @Test
  void aStepAtAnUnchangedRateIsABurn() {
    assertThat(explained(t -> DECAY * t + (t > CHANGE ? 0.25 : 0))).isFalse();
    assertThat(explained(t -> DECAY * t - (t > CHANGE ? 0.25 : 0))).isFalse();
  }

  @Test
  void aFallOfManyDaysOfDecayIsABurn() {
    assertThat(explained(t -> DECAY * t + (t > CHANGE ? -1 + 0.5 * DECAY * (t - CHANGE) : 0)))
        .isFalse();
  }

  @Test
  void anOrbitThatRisesIsNotInTheHandsOfDrag() {
    assertThat(explained(t -> DECAY * t - 2 * DECAY * Math.max(0, t - CHANGE))).isFalse();
  }

  @Test
  void tooFewElementSetsExplainNothing() {
    History few = DecayingHistory.of(ObjectClass.PAYLOAD, 4, t -> DECAY * t);

    assertThat(new DragChange(few).explains(1, 2)).isFalse();
  }

  private static boolean explained(DoubleUnaryOperator axis) {
    int after = (int) Math.ceil(CHANGE - 0.5);
    return new DragChange(DecayingHistory.of(ObjectClass.PAYLOAD, 60, axis))
        .explains(after - 1, after);
  }
}

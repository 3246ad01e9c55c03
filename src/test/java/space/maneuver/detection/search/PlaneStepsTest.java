package space.maneuver.detection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;

class PlaneStepsTest {

  @Test
  void aBurnAcrossTheTrackIsALastingStepOfThePlane() {
    PlaneSteps steps = new PlaneSteps(new KeplerHistory(1).burn(50.3, 0, 0.5).days(100));

    assertThat(steps.lasting()).containsExactly(50);
    assertThat(steps.significance(50)).isGreaterThan(6);
  }

  @Test
  void anOrbitLeftAloneHasNone() {
    assertThat(new PlaneSteps(new KeplerHistory(2).days(300)).lasting()).isEmpty();
  }

  @Test
  void precessionFollowsASemiMajorAxisThatFalls() {
    KeplerHistory falling = new KeplerHistory(3);
    for (int day = 20; day < 120; day++) {
      falling.burn(day + 0.2, -1, 0);
    }

    assertThat(new PlaneSteps(falling.days(150)).lasting()).isEmpty();
  }

  @Test
  void aPlaneThatTurnsBackIsAFaultOfTheElementSets() {
    History moved = new KeplerHistory(4).burn(50.3, 0, 0.5).days(100);
    History still = new KeplerHistory(4).days(100);
    List<ElementSet> elements = new ArrayList<>(still.elements());
    for (int day = 51; day < 54; day++) {
      elements.set(day, moved.elements().get(day));
    }

    assertThat(new PlaneSteps(History.of(elements)).lasting()).isEmpty();
  }

  @Test
  void tooFewElementSetsShowNothing() {
    PlaneSteps steps = new PlaneSteps(new KeplerHistory(1).burn(5.3, 0, 5).days(10));

    assertThat(steps.lasting()).isEmpty();
    assertThat(steps.significance(5)).isZero();
  }
}

package space.maneuver.orbit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.CertainSteps.Kind;
import space.maneuver.orbit.label.CertainSteps.Step;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.Sgp4History;

class CertainStepsTest {

  private static final double START = Ticks.days(KeplerHistory.START);

  @Test
  void raiseIsFoundInItsGapWithItsDeltaV() {
    History history = new KeplerHistory(3).burn(60.2, .3, 0).burn(90.2, -.3, 0).days(150);

    List<Step> steps = CertainSteps.of(history, Kind.RAISE, .05);

    assertThat(steps).hasSize(1);
    Step step = steps.get(0);
    assertThat(history.elements().get(step.gap()).epochDays() - START).isEqualTo(60.5);
    assertThat(step.days() - START).isCloseTo(60, within(1e-6));
    assertThat(step.deltaV()).isCloseTo(.3, within(.01));
  }

  @Test
  void axisStepsAreFoundInBothSenses() {
    History history = new KeplerHistory(3).burn(60.2, .3, 0).burn(90.2, -.2, 0).days(150);

    assertThat(CertainSteps.of(history, Kind.AXIS, .05))
        .extracting(step -> step.days() - START)
        .containsExactly(60., 90.);
    assertThat(CertainSteps.of(history, Kind.AXIS, .25)).hasSize(1);
  }

  @Test
  void planeStepInLowOrbitIsOneOfTheInclination() {
    // The burn is at an argument of latitude of 0.7: its cosine turns the inclination.
    History history = new KeplerHistory(3).burn(60.2, 0, 2).days(150);

    List<Step> steps = CertainSteps.of(history, Kind.PLANE, .5);

    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).deltaV()).isCloseTo(2 * Math.cos(.7), within(.05));
    assertThat(CertainSteps.of(history, Kind.RAISE, .05)).isEmpty();
  }

  @Test
  void geosynchronousPlaneTurnsInAnyDirection() {
    for (double day : new double[] {60.1, 60.35, 60.6, 60.85}) {
      History history =
          Sgp4History.exact(Sgp4History.GEOSTATIONARY).burn(day, 0, 0, 1).every(1, 120);

      List<Step> steps = CertainSteps.of(history, Kind.PLANE, .5);

      assertThat(steps).hasSize(1);
      assertThat(steps.get(0).deltaV()).isCloseTo(1, within(.15));
    }
  }

  @Test
  void neitherAWrongElementSetNorDragNorNoiseIsAStep() {
    List<ElementSet> wrong = new ArrayList<>(new KeplerHistory(3).days(150).elements());
    ElementSet right = wrong.get(70);
    wrong.set(
        70,
        ElementSetBuilder.of(right)
            .meanMotion(right.meanMotion() * 0.999)
            .inclination(Math.toDegrees(right.inclination()) + .1)
            .build());
    List<ElementSet> decaying = new ArrayList<>();
    for (ElementSet each : new KeplerHistory(3).days(150).elements()) {
      double lost = 0.05 * Math.max(0, each.epochDays() - START - 70);
      decaying.add(
          ElementSetBuilder.of(each)
              .meanMotion(each.meanMotion() * (1 + 1.5 * lost / 7178))
              .build());
    }

    for (Kind kind : Kind.values()) {
      assertThat(CertainSteps.of(new History(wrong), kind, .01)).as("wrong: " + kind).isEmpty();
      assertThat(CertainSteps.of(new KeplerHistory(4).days(150), kind, 0)).isEmpty();
    }
    assertThat(CertainSteps.of(new History(decaying), Kind.RAISE, .01)).isEmpty();
  }

  @Test
  void oneStepCountsOnceAndNeedsElementSetsAroundIt() {
    History twice = new KeplerHistory(3).burn(60.2, .3, 0).burn(61.2, .5, 0).days(150);

    assertThat(CertainSteps.of(twice, Kind.RAISE, .05)).hasSize(1);
    assertThat(CertainSteps.of(new KeplerHistory(3).burn(30, 2, 0).days(39), Kind.RAISE, .05))
        .as("39 element sets")
        .isEmpty();
    assertThat(
            CertainSteps.of(
                new KeplerHistory(3).burn(60.2, .3, 0).days(150, day -> day < 61 || day > 64),
                Kind.RAISE,
                .05))
        .as("a gap of more than three days")
        .isEmpty();
  }
}

package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.reconstruction.BurnTime.Hypothesis;
import space.maneuver.detection.reconstruction.VectorSteps.Step;
import space.maneuver.detection.reconstruction.Weighted.Outcome;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.History;
import space.maneuver.testing.Sgp4History;

class VectorStepsTest {

  private static final double SPEED = 7500;

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 1.0 / 3})
  void tiltOfTheOrbitIsMeasuredAtAnyCadence(double spacing) {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(20.2, 0, 0, 1);
    History history = kicked.every(spacing, (int) (40 / spacing));

    Step step = step(VectorSteps.normal(history), kicked.time(20.2), 0);

    assertThat(step.size() * SPEED).isCloseTo(1, within(0.05));
    assertThat(step.noise() * SPEED).isPositive().isLessThan(0.05);
  }

  @Test
  void changeOfTheEccentricityVectorIsTwiceTheDeltaVAlongTheTrack() {
    Sgp4History kicked = Sgp4History.noisy(Sgp4History.LOW).burn(20.2, 0, 1, 0);

    Step step = step(VectorSteps.eccentricity(kicked.every(1, 40)), kicked.time(20.2), 0);

    assertThat(step.size() * SPEED).isCloseTo(2, within(0.1));
  }

  @Test
  void noiseIsThatOfTheStepsWithoutABurn() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);
    VectorSteps normal = VectorSteps.normal(quiet.every(1, 120));

    Step step = step(normal, quiet.time(60.5), 0);

    assertThat(step.size()).isLessThan(4 * step.noise());
    assertThat(step.noise()).isBetween(0.5e-6, 3e-6);
  }

  @Test
  void elementSetsBeforeTheOrbitHasSettledAndAfterTheNextBurnAreNotUsed() {
    Sgp4History undisturbed =
        Sgp4History.exact(Sgp4History.LOW).burn(20.2, 0, 0, 1).burn(22.2, 0, 0, 1);
    Sgp4History followed =
        Sgp4History.exact(Sgp4History.LOW)
            .burn(20.2, 0, 0, 1)
            .burn(22.2, 0, 0, 1)
            .burn(26.2, 0, 0, 20);
    double time = followed.time(20.2);

    Step settled = step(VectorSteps.normal(undisturbed.every(0.5, 80)), time, 2);
    Step cut = step(VectorSteps.normal(followed.every(0.5, 80)), time, 2, followed.time(26.2));
    Step early = step(VectorSteps.normal(followed.every(0.5, 80)), time, 0, followed.time(22.2));

    assertThat(cut.size()).isCloseTo(settled.size(), within(1e-7));
    assertThat(early.size() * SPEED).isCloseTo(1, within(0.01));
    assertThat(Math.abs(cut.size() - early.size()) * SPEED).isGreaterThan(0.1);
  }

  @Test
  void withoutElementSetsOnOneSideThereIsNoStep() {
    Sgp4History quiet = Sgp4History.noisy(Sgp4History.LOW);
    VectorSteps normal = VectorSteps.normal(quiet.every(1, 10));

    assertThat(normal.at(burn(quiet.time(-1), 0), burns())).isNull();
    assertThat(normal.at(burn(quiet.time(9), 0), burns())).isNull();
    assertThat(normal.at(burn(quiet.time(5.5), 0), burns(quiet.time(5.6)))).isNull();
  }

  private static Step step(VectorSteps steps, double time, double settled, Double... burns) {
    return Objects.requireNonNull(steps.at(burn(time, settled), burns(burns)));
  }

  private static BurnTime burn(double time, double settled) {
    Hypothesis hypothesis = new Hypothesis(time, new BurnResponse(0, settled));
    return BurnTime.of(time, time, time, new Weighted<>(List.of(new Outcome<>(hypothesis, 1))));
  }

  private static Burns burns(Double... times) {
    return new Burns(new TreeSet<>(List.of(times)));
  }
}

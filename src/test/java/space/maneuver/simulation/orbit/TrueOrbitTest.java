package space.maneuver.simulation.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.operator.OrbitTiming;
import space.maneuver.testing.ElementSetBuilder;

/** Compares burns with Gauss's variational equations for circular orbits, written out by hand. */
class TrueOrbitTest {

  private static final ElementSet LOW = ElementSetBuilder.atNode(7200, 1e-3, 66);
  private static final double SPEED = 1000 * 7200 * LOW.meanMotion();

  @Test
  void alongTrackBurnRaisesTheSemiMajorAxisByTwiceItsSizeOverTheMeanMotion() {
    Deviation change = effect(LOW, new Thrust(LOW.epochTicks(), 0, 1, 0));
    ElementSet after = TrueOrbit.kicked(LOW, new Thrust(LOW.epochTicks(), 0, 1, 0));

    double raised = 1000 * (after.semiMajorAxis() - LOW.semiMajorAxis());
    assertThat(raised).isEqualTo(2 / LOW.meanMotion(), relative(raised, 0.01));
    assertThat(change.ex()).isEqualTo(2 / SPEED, relative(change.ex(), 0.02));
    assertThat(change.ix()).isEqualTo(0, within(1e-6));
  }

  @Test
  void crossTrackBurnAtTheNodeChangesTheInclination() {
    Deviation change = effect(LOW, new Thrust(LOW.epochTicks(), 0, 0, 1));

    assertThat(change.ix()).isEqualTo(1 / SPEED, relative(change.ix(), 0.01));
    assertThat(change.iy()).isEqualTo(0, within(0.01 / SPEED));
    assertThat(change.phase()).isEqualTo(0, within(0.01 / SPEED));
  }

  @Test
  void crossTrackBurnAQuarterRevolutionLaterChangesTheNode() {
    long quarter = OrbitTiming.atLatitudeArgument(LOW, Math.PI / 2);
    ElementSet there = TrueOrbit.advanced(LOW, quarter);
    ElementSet after = TrueOrbit.kicked(there, new Thrust(quarter, 0, 0, 1));

    double turned = after.rightAscension() - there.rightAscension();
    double expected = 1 / (SPEED * Math.sin(LOW.inclination()));
    assertThat(turned).isEqualTo(expected, relative(expected, 0.01));
  }

  @Test
  void radialBurnChangesEccentricityAndPhaseButNotTheSemiMajorAxis() {
    Deviation change = effect(LOW, new Thrust(LOW.epochTicks(), 1, 0, 0));

    assertThat(change.ey()).isEqualTo(-1 / SPEED, relative(change.ey(), 0.02));
    assertThat(change.phase()).isEqualTo(-2 / SPEED, relative(change.phase(), 0.02));
    assertThat(change.meanMotion() / LOW.meanMotion()).isEqualTo(0, within(0.02 / SPEED));
  }

  /** The mean Sun moves by 360 degrees in 365.2422 days. */
  @Test
  void sunSynchronousNodeFollowsTheSun() {
    double inclination = Math.toDegrees(OrbitDraw.sunSynchronous(7178.135));
    ElementSet start = ElementSetBuilder.atNode(7178.135, 1e-3, inclination);
    ElementSet later = TrueOrbit.advanced(start, start.epochTicks() + Ticks.ofDays(10));

    assertThat(inclination).isEqualTo(98.6, within(0.05));
    double perDay = Math.toDegrees(later.rightAscension() - start.rightAscension()) / 10;
    assertThat(perDay).isEqualTo(0.9856, within(0.005));
  }

  @Test
  void sunAndMoonTiltAGeostationaryOrbitByLessThanADegreeAYear() {
    ElementSet start = ElementSetBuilder.atNode(42_164, 1e-4, 0.1);
    ElementSet later = start;
    for (int day = 1; day <= 365; day++) {
      later = TrueOrbit.advanced(later, start.epochTicks() + Ticks.ofDays(day));
    }

    assertThat(Math.toDegrees(later.inclination())).isBetween(0.7, 1.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.02, 0.05, 0.2, 5})
  void stepsAddUpEvenNearTheEquator(double inclination) {
    ElementSet start = ElementSetBuilder.atNode(42_164, 1e-4, inclination);
    ElementSet inOne = TrueOrbit.advanced(start, start.epochTicks() + Ticks.ofDays(2));
    ElementSet half = TrueOrbit.advanced(start, start.epochTicks() + Ticks.ofDays(1));
    ElementSet inTwo = TrueOrbit.advanced(half, start.epochTicks() + Ticks.ofDays(2));

    Deviation difference = Deviation.between(inOne, inTwo);
    assertThat(difference.phase()).isEqualTo(0, within(5e-6));
    assertThat(difference.ix()).isEqualTo(0, within(5e-6));
    assertThat(difference.iy()).isEqualTo(0, within(5e-6));
  }

  private static Deviation effect(ElementSet before, Thrust thrust) {
    return Deviation.between(before, TrueOrbit.kicked(before, thrust));
  }

  private static Offset<Double> relative(double value, double share) {
    return within(Math.abs(value) * share);
  }
}

package space.maneuver.simulation.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.operator.OrbitTiming;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;
import space.maneuver.simulation.orbit.TrueOrbit;
import space.maneuver.testing.ElementSetBuilder;

class OrbitFitTest {

  private static final ElementSet BEFORE = ElementSetBuilder.atNode(7200, 1e-3, 66);
  private static final Thrust THRUST =
      new Thrust(OrbitTiming.atLatitudeArgument(BEFORE, 1), 0, 0.05, 0.05);
  private static final ElementSet AFTER =
      TrueOrbit.kicked(TrueOrbit.advanced(BEFORE, THRUST.ticks()), THRUST);
  private static final Deviation BURN =
      Deviation.between(TrueOrbit.advanced(BEFORE, THRUST.ticks()), AFTER);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fitsTheOldOrbitRightAfterABurnAndTheNewOneDaysLater(long seed) {
    OrbitFit fit = new OrbitFit(new Draws(seed), true, 0);
    fit.burned(THRUST.ticks(), BURN, false);

    Deviation early = error(fit, 0.001);
    Deviation late = error(fit, 12);

    assertThat(early.meanMotion()).isEqualTo(-BURN.meanMotion(), share(BURN.meanMotion(), 0.3));
    assertThat(early.ix()).isEqualTo(-BURN.ix(), share(BURN.ix(), 0.1));
    assertThat(late.meanMotion()).isEqualTo(0, share(BURN.meanMotion(), 1e-6));
    assertThat(late.ix()).isEqualTo(0, share(BURN.ix(), 1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void fitsTheTruthWithoutBurns(long seed) {
    OrbitFit fit = new OrbitFit(new Draws(seed), true, 0);

    assertThat(fit.thinness(BEFORE.epochTicks())).isEqualTo(1);
    Deviation error = Deviation.between(BEFORE, fit.fitted(BEFORE));
    assertThat(error.meanMotion()).isEqualTo(0, within(1e-18));
    assertThat(error.phase()).isEqualTo(0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void lowThrustDoesNotShortenTheTimeSpanOfObservations(long seed) {
    OrbitFit unnoticed = new OrbitFit(new Draws(seed), true, 0);
    unnoticed.burned(THRUST.ticks(), BURN, true);
    long later = THRUST.ticks() + Ticks.ofDays(1.49);

    assertThat(unnoticed.thinness(later)).isEqualTo(1);
    assertThat(Math.abs(error(unnoticed, 0.5).meanMotion()))
        .isGreaterThan(Math.abs(0.01 * BURN.meanMotion()));
  }

  private static Deviation error(OrbitFit fit, double days) {
    ElementSet truth = TrueOrbit.advanced(AFTER, THRUST.ticks() + Ticks.ofDays(days));
    return Deviation.between(truth, fit.fitted(truth));
  }

  private static Offset<Double> share(double value, double part) {
    return within(Math.abs(value) * part);
  }
}

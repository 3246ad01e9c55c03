package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Sgp4;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Thrust;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.Sgp4History;

class PlantedBurnTest {

  private static final double BURN_DAY = 10.37;
  private static final int DAYS = 60;

  private static final ElementSet EQUATORIAL =
      ElementSetBuilder.of(Sgp4History.GEOSTATIONARY).inclination(.04).build();
  private static final ElementSet SEMISYNCHRONOUS =
      ElementSetBuilder.of(Sgp4History.GEOSTATIONARY)
          .revolutionsPerDay(2.00563)
          .eccentricity(.01)
          .inclination(55)
          .build();

  static Stream<Arguments> orbitsAndBurns() {
    return Stream.of(Sgp4History.LOW, Sgp4History.GEOSTATIONARY, EQUATORIAL, SEMISYNCHRONOUS)
        .flatMap(
            orbit ->
                Stream.of(
                    Arguments.of(orbit, new Vector3D(0, .05, 0)),
                    Arguments.of(orbit, new Vector3D(0, -.3, 0)),
                    Arguments.of(orbit, new Vector3D(0, 0, 1)),
                    Arguments.of(orbit, new Vector3D(.5, 0, 0))));
  }

  /**
   * The positions after the burn agree to a five-hundredth of what the burn changes; near the
   * equator, where SDP4 has no unique mean elements, to half a kilometer.
   */
  @ParameterizedTest
  @MethodSource("orbitsAndBurns")
  void orbitAfterThePlantedBurnIsThatAfterTheImpulse(ElementSet orbit, Vector3D burn) {
    Sgp4History quiet = Sgp4History.exact(orbit);
    Sgp4History burnt =
        Sgp4History.exact(orbit).burn(BURN_DAY, burn.getX(), burn.getY(), burn.getZ());
    History without = quiet.every(1, DAYS);
    History with = burnt.every(1, DAYS);

    History planted = plant(quiet, burn, BurnResponse.IMMEDIATE).apply(without);

    double rounding = orbit.equals(EQUATORIAL) ? 500 : 1;
    for (int day : List.of(11, 12, 20, DAYS - 1)) {
      double changed = apart(with.elements().get(day), without.elements().get(day));
      double wrong = apart(with.elements().get(day), planted.elements().get(day));
      assertThat(wrong)
          .as("day %d, %.0f m changed", day, changed)
          .isLessThan(.002 * changed + rounding);
    }
  }

  @Test
  void elementSetsBeforeTheBurnAndWithinTheDelayAreUnchanged() {
    Sgp4History orbit = Sgp4History.noisy(Sgp4History.LOW);
    History history = orbit.every(.25, 100);

    History planted = plant(orbit, new Vector3D(0, 1, 0), new BurnResponse(0, 1)).apply(history);

    for (int k = 0; k < history.size(); k++) {
      boolean shown = .25 * k > BURN_DAY + 1;
      assertThat(planted.elements().get(k).equals(history.elements().get(k))).isEqualTo(!shown);
    }
  }

  @Test
  void errorsOfTheElementSetsStayAsTheyAre() {
    Sgp4History exact = Sgp4History.exact(Sgp4History.LOW);
    Sgp4History noisy = Sgp4History.noisy(Sgp4History.LOW);
    Vector3D burn = new Vector3D(0, .2, 0);

    History plantedExact = plant(exact, burn, BurnResponse.IMMEDIATE).apply(exact.every(1, 40));
    History noisyHistory = noisy.every(1, 40);
    History plantedNoisy = plant(noisy, burn, BurnResponse.IMMEDIATE).apply(noisyHistory);

    for (int k = 11; k < 40; k++) {
      double error =
          plantedNoisy.elements().get(k).meanMotion() - plantedExact.elements().get(k).meanMotion();
      double own =
          noisyHistory.elements().get(k).meanMotion()
              - exact.every(1, 40).elements().get(k).meanMotion();
      assertThat(error).isBetween(own - Math.abs(own) * .02, own + Math.abs(own) * .02);
    }
  }

  @Test
  void refusesABurnOutsideTheHistory() {
    Sgp4History orbit = Sgp4History.exact(Sgp4History.LOW);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                plant(orbit, new Vector3D(0, 1, 0), BurnResponse.IMMEDIATE)
                    .apply(orbit.every(1, 5)));
  }

  private interface Planting {
    History apply(History history);
  }

  private static Planting plant(Sgp4History orbit, Vector3D burn, BurnResponse response) {
    Thrust thrust =
        new Thrust(Ticks.ofDays(orbit.time(BURN_DAY)), burn.getX(), burn.getY(), burn.getZ());
    return history -> Objects.requireNonNull(new PlantedBurn(thrust, response).in(history));
  }

  /** Distance of the positions at epoch, m. */
  private static double apart(ElementSet one, ElementSet other) {
    assertThat(one.epochTicks()).isEqualTo(other.epochTicks());
    return Vector3D.distance(position(one), position(other));
  }

  private static Vector3D position(ElementSet elements) {
    return Sgp4.propagator(elements)
        .getPVCoordinates(Sgp4.date(elements.epochTicks()))
        .getPosition();
  }
}

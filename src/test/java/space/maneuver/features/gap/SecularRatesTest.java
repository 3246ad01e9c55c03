package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import space.maneuver.features.gap.PhaseChannels.PhaseSeries.Sgp4Rates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.SecularRates;
import space.maneuver.testing.ElementSetBuilder;

class SecularRatesTest {

  /**
   * Curtis, Orbital Mechanics for Engineering Students, chapter 4: 280 km by 400 km at 51.43
   * degrees drifts to the west by 1.0465e-6 rad/s.
   */
  @Test
  void theNodeOfAWorkedExampleDriftsToTheWest() {
    assertThat(SecularRates.node(orbit(6718, 0.008931, 51.43)))
        .isCloseTo(-1.0465e-6, withPercentage(0.05));
  }

  /** Landsat's nominal orbit (semi-major axis 7077.7 km, 98.2 degrees) turns with the Sun. */
  @Test
  void theNodeOfASunSynchronousOrbitTurnsOnceAYear() {
    double year = 365.2422 * 86_400;

    assertThat(SecularRates.node(orbit(7077.7, 0, 98.2)))
        .isCloseTo(2 * Math.PI / year, withPercentage(0.5));
  }

  @Test
  void theRatesOfSgp4AreThoseOfTheOblatenessAndSmallerOnes() {
    ElementSet orbit = orbit(7077.7, 0.001, 98.2);

    assertThat(Sgp4Rates.of(orbit).node() / 86_400)
        .isCloseTo(SecularRates.node(orbit), withPercentage(0.5));
  }

  private static ElementSet orbit(double axis, double eccentricity, double inclination) {
    return ElementSetBuilder.at("2020-01-01T00:00:00Z")
        .semiMajorAxis(axis)
        .eccentricity(eccentricity)
        .inclination(inclination)
        .build();
  }
}

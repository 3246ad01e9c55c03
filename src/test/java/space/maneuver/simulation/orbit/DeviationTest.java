package space.maneuver.simulation.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.testing.ElementSetBuilder;

class DeviationTest {

  @ParameterizedTest
  @CsvSource({"7200,0.001,66", "7200,0,98.6", "42164,0.0003,0.01", "26560,0.7,63.4"})
  void betweenInvertsAddedTo(double semiMajorAxis, double eccentricity, double inclination) {
    ElementSet first = ElementSetBuilder.atNode(semiMajorAxis, eccentricity, inclination);
    Deviation added = new Deviation(1e-9, 2e-6, 3e-6, -4e-6, 5e-6, -6e-6);

    Deviation found = Deviation.between(first, added.addedTo(first));

    assertThat(found.meanMotion()).isEqualTo(added.meanMotion(), within(1e-15));
    assertThat(found.phase()).isEqualTo(added.phase(), within(1e-11));
    assertThat(found.ex()).isEqualTo(added.ex(), within(1e-11));
    assertThat(found.ey()).isEqualTo(added.ey(), within(1e-11));
    assertThat(found.ix()).isEqualTo(added.ix(), within(1e-11));
    assertThat(found.iy()).isEqualTo(added.iy(), within(1e-11));
  }
}

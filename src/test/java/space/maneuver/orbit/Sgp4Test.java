package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.utils.PVCoordinates;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class Sgp4Test {

  /** Output of the reference code for satellite 5, Vallado et al. 2006, at 0 and 360 minutes. */
  @Test
  void agreesWithThePublishedStates() throws IOException {
    ElementSet vanguard = Reading.of(PublishedElementSets.VANGUARD).only();
    TLEPropagator propagator = Sgp4.propagator(vanguard);

    PVCoordinates start = propagator.getPVCoordinates(Sgp4.date(vanguard.epochTicks()));
    PVCoordinates later =
        propagator.getPVCoordinates(Sgp4.date(vanguard.epochTicks()).shiftedBy(360 * 60.0));

    assertNear(start.getPosition(), 7022.46529266, -1400.08296755, 0.03995155);
    assertNear(later.getPosition(), -7154.03120202, -3783.17682504, -3536.19412294);
  }

  @Test
  void countsLeapSeconds() {
    long before = Ticks.of(Instant.parse("2016-12-31T00:00:00Z"));
    long after = Ticks.of(Instant.parse("2017-01-02T00:00:00Z"));

    assertThat(Sgp4.date(after).durationFrom(Sgp4.date(before))).isEqualTo(2 * 86_400 + 1.0);
  }

  @Test
  void orbitThatIsNoneIsMissingWhicheverStepNoticesIt() {
    PVCoordinates escaping = new PVCoordinates(new Vector3D(7e6, 0, 0), new Vector3D(0, 12_000, 0));
    ElementSet like = ElementSetBuilder.at("2020-01-01T12:00:00Z").build();
    ElementSet eccentric =
        ElementSetBuilder.at("2020-01-01T12:00:00Z").eccentricity(0.9999999).build();

    assertThat(Sgp4.<ElementSet>attempt(() -> Sgp4.elements(like.epochTicks(), escaping, like)))
        .isNull();
    assertThat(
            Sgp4.<PVCoordinates>attempt(
                () ->
                    Sgp4.propagator(eccentric).getPVCoordinates(Sgp4.date(eccentric.epochTicks()))))
        .isNull();
    assertThat(Sgp4.<Vector3D>attempt(() -> Vector3D.ZERO.normalize())).isNull();
    assertThat(Sgp4.<String>attempt(() -> "an orbit")).isEqualTo("an orbit");
  }

  @Test
  void faultOfTheProgramIsNotTakenForAnOrbitThatIsNone() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Sgp4.<String>attempt(
                    () -> {
                      throw new IllegalStateException("a fault");
                    }));
  }

  private static void assertNear(Vector3D metres, double x, double y, double z) {
    assertThat(metres.getX() / 1000).isEqualTo(x, within(1e-5));
    assertThat(metres.getY() / 1000).isEqualTo(y, within(1e-5));
    assertThat(metres.getZ() / 1000).isEqualTo(z, within(1e-5));
  }
}

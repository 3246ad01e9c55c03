package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSetReader;

class ResidualTest {

  private static final Offset<Double> MILLIMETRE = within(1e-6);
  private static final Vector3D POSITION = new Vector3D(7_000_000, 0, 0);
  private static final Vector3D VELOCITY = new Vector3D(0, 1000, 7500);

  /** Of the verification set of Vallado et al., "Revisiting Spacetrack Report #3", 2006. */
  private static final String VANGUARD =
      """
      1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
      2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
      """;

  /** The same; an orbit of half a day, in resonance with the Earth. */
  private static final String MOLNIYA =
      """
      1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
      2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656
      """;

  @ParameterizedTest
  @CsvSource({
    "0,7022.46529266,-1400.08296755,0.03995155,1.893841015,6.405893759,4.534807250",
    "360,-7154.03120202,-3783.17682504,-3536.19412294,4.741887409,-4.151817765,-2.093935425",
    "4320,-9060.47373569,4658.70952502,813.68673153,-2.232832783,-4.110453490,-3.157345433"
  })
  void agreesWithThePublishedStatesOfANearEarthOrbit(
      double minutes, double x, double y, double z, double vx, double vy, double vz)
      throws IOException {
    assertAgrees(VANGUARD, minutes, state(x, y, z, vx, vy, vz));
  }

  @ParameterizedTest
  @CsvSource({
    "0,2349.89483350,-14785.93811562,0.02119378,2.721488096,-3.256811655,4.498416672",
    "120,15223.91713658,-17852.95881713,25280.39558224,1.079041732,0.875187372,2.485682813",
    "1320,3148.86165643,18323.19841703,12305.75195578,-1.895271701,-0.678343847,-4.086577951",
    "2880,3417.20931586,-16038.79510665,1894.74934058,2.585515864,-2.596818146,4.456882556"
  })
  void agreesWithThePublishedStatesOfADeepSpaceOrbit(
      double minutes, double x, double y, double z, double vx, double vy, double vz)
      throws IOException {
    assertAgrees(MOLNIYA, minutes, state(x, y, z, vx, vy, vz));
  }

  @Test
  void aheadIsPositiveHoweverFar() {
    OrbitFrame actual = OrbitFrame.of(new PVCoordinates(POSITION, VELOCITY));
    Vector3D along = VELOCITY.normalize();
    Vector3D quarterBehind = along.scalarMultiply(-7_000_000);
    OrbitFrame predicted =
        OrbitFrame.of(new PVCoordinates(quarterBehind, new Vector3D(7566, 0, 0)));

    assertThat(Residual.alongTrack(actual, predicted)).isEqualTo(7000 * Math.PI / 2, within(1e-9));
    assertThat(Residual.alongTrack(predicted, actual)).isEqualTo(-7000 * Math.PI / 2, within(1e-9));
  }

  @Test
  void anEquatorialOrbitIsComparedAlongX() {
    OrbitFrame equatorial = OrbitFrame.of(new PVCoordinates(POSITION, new Vector3D(0, 7500, 0)));

    assertThat(equatorial.node()).isEqualTo(Vector3D.PLUS_I);
    assertThat(Residual.between(equatorial, equatorial).tiltToNode()).isZero();
  }

  private static void assertAgrees(String lines, double minutes, PVCoordinates published)
      throws IOException {
    Ephemeris ephemeris = Objects.requireNonNull(Ephemeris.of(only(lines)));
    OrbitFrame actual = OrbitFrame.of(published);
    OrbitFrame predicted =
        Objects.requireNonNull(ephemeris.at(ephemeris.date().shiftedBy(60 * minutes)));

    Residual residual = Residual.between(actual, predicted);

    assertThat(residual.alongTrack()).isEqualTo(0, MILLIMETRE);
    assertThat(residual.crossTrack()).isEqualTo(0, MILLIMETRE);
    assertThat(Vector3D.distance(actual.position(), predicted.position())).isEqualTo(0, MILLIMETRE);
    // Nine published digits of the velocity are worth a centimetre of semi-major axis.
    assertThat(residual.semiMajorAxis()).isEqualTo(0, within(1e-5));
  }

  private static PVCoordinates state(
      double x, double y, double z, double vx, double vy, double vz) {
    return new PVCoordinates(
        new Vector3D(x, y, z).scalarMultiply(1000), new Vector3D(vx, vy, vz).scalarMultiply(1000));
  }

  private static ElementSet only(String lines) throws IOException {
    List<ElementSet> elements = new ArrayList<>();
    ElementSetReader.read(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)),
        null,
        elements::add,
        rejection -> {
          throw new AssertionError(rejection);
        });
    return elements.get(0);
  }
}

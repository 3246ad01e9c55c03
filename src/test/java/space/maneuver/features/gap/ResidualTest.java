package space.maneuver.features.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orekit.utils.PVCoordinates;
import space.maneuver.features.gap.OrbitFrame.Residual;
import space.maneuver.features.gap.Steps.Ephemeris;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetReader;

class ResidualTest {

  private static final Offset<Double> MILLIMETRE = within(1e-6);
  private static final Vector3D POSITION = new Vector3D(7_000_000, 0, 0);
  private static final Vector3D VELOCITY = new Vector3D(0, 1000, 7500);

  static Stream<Arguments> published() throws IOException {
    List<Arguments> states = new ArrayList<>();
    String line1 = "";
    ElementSet elements = null;
    for (String line : resource()) {
      if (line.startsWith("1 ")) {
        line1 = line;
      } else if (line.startsWith("2 ")) {
        elements = only(line1 + "\n" + line + "\n");
      } else if (!line.isBlank() && !line.startsWith("#")) {
        double[] numbers = Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        states.add(arguments(Objects.requireNonNull(elements), numbers[0], state(numbers)));
      }
    }
    return states.stream();
  }

  @ParameterizedTest(name = "{0} after {1} min")
  @MethodSource("published")
  void agreesWithThePublishedStates(ElementSet elements, double minutes, PVCoordinates published) {
    Ephemeris ephemeris = Objects.requireNonNull(Ephemeris.of(elements));
    OrbitFrame actual = OrbitFrame.of(published);
    OrbitFrame predicted =
        Objects.requireNonNull(ephemeris.at(ephemeris.date().shiftedBy(60 * minutes)));

    Residual residual = Residual.between(actual, predicted);

    assertThat(residual.alongTrack()).isEqualTo(0, MILLIMETRE);
    assertThat(residual.crossTrack()).isEqualTo(0, MILLIMETRE);
    assertThat(Vector3D.distance(actual.position(), predicted.position())).isEqualTo(0, MILLIMETRE);
    // Nine published digits of the velocity are worth some centimetres of semi-major axis.
    assertThat(residual.semiMajorAxis()).isEqualTo(0, within(1e-4));
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

  private static PVCoordinates state(double[] numbers) {
    return new PVCoordinates(
        new Vector3D(numbers[1], numbers[2], numbers[3]).scalarMultiply(1000),
        new Vector3D(numbers[4], numbers[5], numbers[6]).scalarMultiply(1000));
  }

  private static List<String> resource() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            ResidualTest.class.getResourceAsStream("/features/sgp4-verification.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
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

package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.orekit.propagation.analytical.tle.TLE;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.RandomElements;
import space.maneuver.testing.Reading;

class SameInEveryFormatTest {

  private static final List<ElementSet> SAMPLES =
      Stream.generate(new RandomElements(new Random(1))::next).limit(2000).toList();
  private static final List<ElementSet> TLES = SAMPLES.stream().map(TleWriter::rounded).toList();

  @SuppressWarnings("unused")
  private static final List<String> PUBLISHED =
      List.of(
          PublishedElementSets.STATION_JSON,
          PublishedElementSets.STATION_JSON_OF_STRINGS,
          PublishedElementSets.STATION_CSV,
          PublishedElementSets.STATION_CSV_OF_QUOTED_CELLS,
          PublishedElementSets.STATION_XML,
          PublishedElementSets.STATION_KVN);

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void aPublishedElementSetHasTheSameBitsInEveryFormat(String text) throws IOException {
    ElementSet expected =
        Reading.of("0 " + PublishedElementSets.STATION_NAME + "\n" + PublishedElementSets.STATION)
            .only();

    assertThat(Reading.of(text).only()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void anyElementSetHasTheBitsOfTheTle(ElementSetFormat format) throws IOException {
    Reading reading = Reading.of(ElementSetDocument.of(format, SAMPLES).text());

    assertThat(reading.bad()).isEmpty();
    assertThat(reading.good()).isEqualTo(TLES);
  }

  @Test
  void quotesDoNotChangeANumber() throws IOException {
    assertThat(Reading.of(ElementSetDocument.json(SAMPLES, "\"").text()).good()).isEqualTo(TLES);
    assertThat(Reading.of(ElementSetDocument.csv(SAMPLES, "\"").text()).good()).isEqualTo(TLES);
  }

  @ParameterizedTest
  @EnumSource
  void lineEndsBlankLinesAndAByteOrderMarkDoNotMatter(ElementSetFormat format) throws IOException {
    String text = ElementSetDocument.of(format, SAMPLES.subList(0, 3)).text();
    String windows = "\uFEFF" + text.replace("\n", "\r\n\r\n");

    assertThat(Reading.of(windows).good()).isEqualTo(TLES.subList(0, 3));
    assertThat(Reading.of(windows).bad()).isEmpty();
  }

  @Test
  void orekitReadsTheSameValuesFromTheLines() {
    for (ElementSet sample : SAMPLES) {
      String[] lines = TleWriter.lines(sample).split("\n");
      ElementSet own = TleWriter.rounded(sample);
      TLE expected = new TLE(lines[0], lines[1], Sgp4.tle(own).getUtc());

      assertThat(expected.getDate().durationFrom(Sgp4.date(own.epochTicks())))
          .isEqualTo(0, within(1e-9));
      assertThat(own.noradId()).isEqualTo(expected.getSatelliteNumber());
      assertNear(own.meanMotion(), expected.getMeanMotion());
      assertNear(own.meanMotionDot(), expected.getMeanMotionFirstDerivative());
      assertNear(own.meanMotionDotDot(), expected.getMeanMotionSecondDerivative());
      assertNear(own.bStar(), expected.getBStar());
      assertNear(own.eccentricity(), expected.getE());
      assertNear(own.inclination(), expected.getI());
      assertNear(own.rightAscension(), expected.getRaan());
      assertNear(own.argumentOfPerigee(), expected.getPerigeeArgument());
      assertNear(own.meanAnomaly(), expected.getMeanAnomaly());
      assertThat(Sgp4.tle(own).getLine2()).isEqualTo(expected.getLine2());
    }
  }

  private static void assertNear(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, within(2 * Math.ulp(expected)));
  }
}

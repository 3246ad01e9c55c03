package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.testing.PublishedElementSets.LINE_1;
import static space.maneuver.testing.PublishedElementSets.LINE_2;
import static space.maneuver.testing.PublishedElementSets.STATION;
import static space.maneuver.testing.PublishedElementSets.VANGUARD;
import static space.maneuver.testing.PublishedElementSets.pair;
import static space.maneuver.testing.PublishedElementSets.with;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.testing.Reading;

class TleReaderTest {

  @Test
  void readsEveryFieldInItsUnit() throws IOException {
    ElementSet station = Reading.of(STATION).only();

    assertThat(station.noradId()).isEqualTo(25544);
    assertThat(station.name()).isNull();
    assertThat(station.internationalDesignator()).isEqualTo("1998-067A");
    assertThat(station.epoch()).isEqualTo(Instant.parse("2008-09-20T12:25:40.104192Z"));
    assertThat(station.revolutionsPerDay()).isEqualTo(15.72125391, within(1e-14));
    assertThat(station.eccentricity()).isEqualTo(0.0006703);
    assertThat(station.inclination()).isEqualTo(Math.toRadians(51.6416));
    assertThat(station.rightAscension()).isEqualTo(Math.toRadians(247.4627));
    assertThat(station.argumentOfPerigee()).isEqualTo(Math.toRadians(130.5360));
    assertThat(station.meanAnomaly()).isEqualTo(Math.toRadians(325.0288));
    assertThat(station.bStar()).isEqualTo(-1.1606e-5);
    double radiansPerRevolution = 2 * Math.PI;
    assertThat(station.meanMotionDot())
        .isEqualTo(2 * -2.182e-5 * radiansPerRevolution / 86400 / 86400, within(1e-27));
    assertThat(station.meanMotionDotDot()).isZero();
    assertThat(station.elementNumber()).isEqualTo(292);
    assertThat(station.revolutionNumber()).isEqualTo(56353);
  }

  @Test
  void takesNameLinesWithAndWithoutTheLeadingZero() throws IOException {
    Reading reading =
        Reading.of("0 ISS (ZARYA)\n" + STATION + "VANGUARD 1 DEB   \n" + VANGUARD + STATION);

    assertThat(reading.bad()).isEmpty();
    assertThat(reading.good())
        .extracting(ElementSet::name)
        .containsExactly("ISS (ZARYA)", "VANGUARD 1 DEB", null);
    assertThat(reading.good().get(1).objectClass()).isEqualTo(ObjectClass.DEBRIS);
  }

  @Test
  void readsAlpha5Numbers() throws IOException {
    String text = pair(with(LINE_1, 3, "Z9999"), with(LINE_2, 3, "Z9999"));

    assertThat(Reading.of(text).only().noradId()).isEqualTo(339_999);
    text = pair(with(LINE_1, 3, "J0001"), with(LINE_2, 3, "J0001"));
    assertThat(Reading.of(text).only().noradId()).isEqualTo(180_001);
  }

  @Test
  void readsBlanksAsZerosAndSignsOfZero() throws IOException {
    String padded =
        pair(
            with(with(LINE_1, 45, "+00000-0"), 3, "00005"),
            with(with(LINE_2, 9, "001"), 3, "00005"));
    String blank =
        pair(
            with(with(LINE_1, 45, " 00000+0"), 3, "    5"),
            with(with(LINE_2, 9, "  1"), 3, "    5"));

    assertThat(Reading.of(blank).only()).isEqualTo(Reading.of(padded).only());
    assertThat(Reading.of(blank).only().inclination()).isEqualTo(Math.toRadians(1.6416));
  }

  @Test
  void readsWindowsLinesBlankLinesAndAByteOrderMark() throws IOException {
    String text =
        "\uFEFF" + ("\n" + STATION + "\n" + VANGUARD.stripTrailing()).replace("\n", "\r\n");

    assertThat(Reading.of(text).good())
        .containsExactly(Reading.of(STATION).only(), Reading.of(VANGUARD).only());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 |  3 | 2554I          | satellite number
          1 |  3 | 00000          | satellite number
          1 | 19 | 0A264.51782528 | epoch year
          1 | 21 | 000.51782528   | epoch day
          1 | 21 | 367.00000000   | epoch day
          1 | 21 | 264x51782528   | epoch day
          1 | 34 | -000002182     | mean motion derivative
          1 | 54 | -1160A-4       | B*
          1 | 54 | *11606-4       | B*
          1 | 63 | 4              | ephemeris type
          1 | 65 | 2x92           | element number
          2 |  8 | 0              | line 2
          2 |  9 | 180.0001       | inclination
          2 |  9 | -51.6416       | inclination
          2 | 18 | 360.0001       | right ascension
          2 | 27 | 00067.3        | eccentricity
          2 | 27 | '       '      | eccentricity
          2 | 35 | 13O.5360       | argument of perigee
          2 | 44 | 3250288        | mean anomaly
          2 | 53 | 00.00000000    | mean motion
          2 | 53 | 20.00000001    | mean motion
          2 | 64 | 5635-          | revolution number
          """)
  void namesTheFieldAtFault(int line, int column, String text, String field) throws IOException {
    String line1 = line == 1 ? with(LINE_1, column, text) : LINE_1;
    String line2 = line == 2 ? with(LINE_2, column, text) : LINE_2;

    Reading reading = Reading.of(VANGUARD + pair(line1, line2) + VANGUARD);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.onlyRejection().field()).isEqualTo(field);
    assertThat(reading.onlyRejection().place()).isEqualTo(2 + line);
    assertThat(reading.onlyRejection().inList()).isFalse();
  }

  @Test
  void tellsTheChecksumThatItExpected() throws IOException {
    String wrong = LINE_2.substring(0, 68) + "3";

    Rejection rejection = Reading.of(pair(LINE_1, wrong)).onlyRejection();

    assertThat(rejection)
        .isEqualTo(
            new Rejection(
                null, 2, false, "checksum", "3", "does not match the line, whose checksum is 7"));
  }

  @Test
  void tellsTheLengthOfATruncatedLine() throws IOException {
    Rejection rejection = Reading.of(LINE_1 + "\n" + LINE_2.substring(0, 40)).onlyRejection();

    assertThat(rejection)
        .isEqualTo(new Rejection(null, 2, false, "length", "40", "must be 69 characters"));
  }

  @Test
  void refusesTheOtherTheory() throws IOException {
    Rejection rejection = Reading.of(pair(with(LINE_1, 63, "4"), LINE_2)).onlyRejection();

    assertThat(rejection.reason()).contains("SGP4-XP");
  }

  @Test
  void losesNothingElseWhenLine2IsMissing() throws IOException {
    Reading reading = Reading.of("NAME\n" + LINE_1 + "\n" + VANGUARD + STATION + LINE_1);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.good().get(0).name()).isNull();
    assertThat(reading.bad()).extracting(Rejection::place).containsExactly(2L, 7L);
    assertThat(reading.bad()).extracting(Rejection::field).containsOnly("line 2");
  }

  @Test
  void losesNothingElseWhenLine1IsMissing() throws IOException {
    Reading reading = Reading.of(STATION + LINE_2 + "\n" + VANGUARD);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.onlyRejection().place()).isEqualTo(3);
    assertThat(reading.onlyRejection().field()).isEqualTo("line 1");
  }

  @Test
  void refusesLinesOfTwoObjects() throws IOException {
    String other = VANGUARD.lines().toList().get(1);

    Rejection rejection = Reading.of(pair(LINE_1, other)).onlyRejection();

    assertThat(rejection.field()).isEqualTo("satellite number");
    assertThat(rejection.value()).isEqualTo("00005");
    assertThat(rejection.reason()).contains("25544");
  }

  @Test
  void rejectsStrayLinesOneByOne() throws IOException {
    Reading reading = Reading.of("some words\nNAME\n" + STATION + "x".repeat(100) + "\ntrailer");

    assertThat(reading.good()).extracting(ElementSet::name).containsExactly("NAME");
    assertThat(reading.bad()).extracting(Rejection::place).containsExactly(1L, 5L, 6L);
    assertThat(reading.bad().get(1).value()).hasSize(64);
  }

  @Test
  void skipsAMegabyteWithoutALineEnd() throws IOException {
    Reading reading = Reading.of(STATION + "1 ".repeat(1 << 20) + "\n" + VANGUARD);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.onlyRejection().place()).isEqualTo(3);
    assertThat(reading.onlyRejection().field()).isEqualTo("length");
  }
}

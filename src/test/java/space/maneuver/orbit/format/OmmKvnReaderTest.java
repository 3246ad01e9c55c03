package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class OmmKvnReaderTest {

  private static final String MESSAGE = PublishedElementSets.STATION_KVN;
  private static final int LINES = (int) MESSAGE.lines().count();

  @Test
  void readsNumbersOfNineDigits() throws IOException {
    assertThat(Reading.of(MESSAGE.replace("25544", "999999999")).only().noradId())
        .isEqualTo(999_999_999);
  }

  @Test
  void takesTheClassThatSpaceTrackAdds() throws IOException {
    String text = MESSAGE + "USER_DEFINED_OBJECT_TYPE = ROCKET BODY\nUSER_DEFINED_EPOCH = 1\n";

    assertThat(Reading.of(text).only().objectClass()).isEqualTo(ObjectClass.ROCKET_BODY);
  }

  @Test
  void keepsBracketsThatAreNoUnit() throws IOException {
    String text = MESSAGE.replace("ISS (ZARYA)", "FENGYUN [DEB]");

    assertThat(Reading.of(text).only().name()).isEqualTo("FENGYUN [DEB]");
  }

  @Test
  void passesOverCommentsAndBracketsAnywhere() throws IOException {
    String text =
        MESSAGE
            .replace("OBJECT_NAME ", "META_START\n  COMMENT\nOBJECT_NAME ")
            .replace("\nEPOCH ", "\nCOMMENT EPOCH = 5\nMETA_STOP\nEPOCH ");

    assertThat(Reading.of(text).only()).isEqualTo(Reading.of(MESSAGE).only());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          15.72125391 [rev/day] | NaN               | MEAN_MOTION  | NaN               | 14
          15.72125391 [rev/day] | 15.7 [deg/s]      | MEAN_MOTION  | deg/s             | 14
          15.72125391 [rev/day] | 15.7 [rev/day     | MEAN_MOTION  | 15.7 [rev/day     | 14
          15.72125391 [rev/day] | ``                | MEAN_MOTION  |                   | 1
          51.6416 [deg]         | 0.9 [rad]         | INCLINATION  | rad               | 16
          51.6416 [deg]         | 51.6 deg          | INCLINATION  | 51.6 deg          | 16
          25544                 | 1000000000        | NORAD_CAT_ID | 1000000000        | 24
          SGP/SGP4              | DSST              | MEAN_ELEMENT_THEORY | DSST       | 11
          UTC                   | TAI               | TIME_SYSTEM  | TAI               | 10
          TEME                  | EME2000           | REF_FRAME    | EME2000           | 9
          EARTH                 | MARS              | CENTER_NAME  | MARS              | 8
          TYPE       = 0        | TYPE = 4          | EPHEMERIS_TYPE | 4               | 22
          BSTAR                 | BTERM             | BSTAR        |                   | 1
          2008-264T12:25:40.104192 | 2008-367T00:00:00 | EPOCH     | 2008-367T00:00:00 | 13
          ECCENTRICITY         = | ECCENTRICITY      | line        | ECCENTRICITY 0.0006703 | 15
          """)
  void namesTheFieldAtFaultAndItsLine(String from, String to, String field, String value, int line)
      throws IOException {
    Reading reading = Reading.of(MESSAGE + MESSAGE.replace(from, to) + MESSAGE);

    assertThat(reading.good()).hasSize(2);
    Rejection rejection = reading.onlyRejection();
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.place()).isEqualTo(LINES + line);
    assertThat(rejection.inList()).isFalse();
  }

  @Test
  void rejectsAStrayLineByItself() throws IOException {
    Reading reading = Reading.of("hello\n" + MESSAGE + "good bye\n" + MESSAGE);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.bad()).extracting(Rejection::place).containsExactly(1L, LINES + 2L);
    assertThat(reading.bad()).extracting(Rejection::field).containsOnly("line");
  }

  @Test
  void losesNothingWhenAVersionIsDamaged() throws IOException {
    String damaged = MESSAGE.replace("CCSDS_OMM_VERS", "CCSDS_OMM_VERZ");
    String headless = MESSAGE.substring(MESSAGE.indexOf("OBJECT_NAME"));

    Reading reading = Reading.of(MESSAGE + damaged + headless + MESSAGE);

    assertThat(reading.good()).hasSize(4);
    assertThat(reading.bad()).isEmpty();
  }

  @Test
  void reportsAMessageWithoutFields() throws IOException {
    Reading reading = Reading.of("CCSDS_OMM_VERS = 2.0\n" + MESSAGE + "CCSDS_OMM_VERS = 2.0\n");

    assertThat(reading.good()).hasSize(1);
    assertThat(reading.bad()).extracting(Rejection::place).containsExactly(1L, LINES + 2L);
  }

  @Test
  void skipsAMegabyteWithoutALineEnd() throws IOException {
    Reading reading =
        Reading.of(
            MESSAGE.replace("= ISS", "= " + "x".repeat(1 << 20))
                + MESSAGE.replace("GM  ", "COMMENT " + "=".repeat(1 << 20) + "\nGM"));

    assertThat(reading.good()).hasSize(1);
    assertThat(reading.onlyRejection().field()).isEqualTo("length");
    assertThat(reading.onlyRejection().place()).isEqualTo(6);
  }
}

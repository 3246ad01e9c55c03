package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class GpCsvReaderTest {

  private static final String HEADER =
      PublishedElementSets.STATION_CSV.lines().toList().get(0) + "\n";
  private static final String LINE =
      PublishedElementSets.STATION_CSV.lines().toList().get(1) + "\n";

  @Test
  void readsNumbersOfNineDigits() throws IOException {
    assertThat(Reading.of(HEADER + LINE.replace("25544", "999999999")).only().noradId())
        .isEqualTo(999_999_999);
  }

  @Test
  void readsQuotesAndCommasInAName() throws IOException {
    String line = LINE.replace("ISS (ZARYA)", "\"A, \"\"B\"\" \"");

    assertThat(Reading.of(HEADER + line).only().name()).isEqualTo("A, \"B\"");
    assertThat(Reading.of(HEADER + LINE.replace("ISS", "I\"S\"S")).only().name())
        .isEqualTo("I\"S\"S (ZARYA)");
  }

  @Test
  void readsColumnsInAnyOrderAndIgnoresUnknownOnes() throws IOException {
    String header = "MEAN_MOTION_DDOT,X," + HEADER.replace(",MEAN_MOTION_DDOT", "");
    String line = "0,anything," + LINE.substring(0, LINE.lastIndexOf(',')) + "\n";

    assertThat(Reading.of(header + line).only())
        .isEqualTo(Reading.of(PublishedElementSets.STATION_CSV).only());
  }

  @Test
  void readsTheColumnNamesOfASecondFileInTheSame() throws IOException {
    Reading reading =
        Reading.of(PublishedElementSets.STATION_CSV + "\n" + PublishedElementSets.STATION_CSV);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.bad()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          15.72125391 | NaN        | MEAN_MOTION  | NaN
          15.72125391 | 20.1       | MEAN_MOTION  | 20.1
          15.72125391 | ``         | MEAN_MOTION  |
          15.72125391 | "15,7"     | MEAN_MOTION  | 15,7
          25544       | 1234567890 | NORAD_CAT_ID | 1234567890
          ,0,U        | ,4,U       | EPHEMERIS_TYPE | 4
          ,U,         | ,          | line         | 16
          ,U,         | ,U,U,      | line         | 18
          ,U,         | ,"U,       | cell         | "U,25544,292,56353,-.11606E-4,-.2182E-4,0
          ,U,         | ,"U"x,     | cell         | "U"x,25544,292,56353,-.11606E-4,-.2182E-4,0
          """)
  void namesTheFieldAtFault(String from, String to, String field, String value) throws IOException {
    Reading reading = Reading.of(HEADER + LINE + "\r\n" + LINE.replace(from, to) + LINE);

    assertThat(reading.good()).hasSize(2);
    Rejection rejection = reading.onlyRejection();
    assertThat(rejection.place()).isEqualTo(4);
    assertThat(rejection.inList()).isFalse();
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,BSTAR  | ,DRAG        | line 1: column BSTAR is missing
          ,BSTAR  | ,EPOCH       | line 1: column EPOCH appears twice
          ,BSTAR  | ,"BSTAR      | line 1: cell is quoted and does not end on its line
          """)
  void refusesATableThatCannotHoldAnElementSet(String from, String to, String message) {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(HEADER.replace(from, to) + LINE))
        .withMessage(message);
  }

  @Test
  void skipsAMegabyteWithoutALineEnd() throws IOException {
    Reading reading =
        Reading.of(PublishedElementSets.STATION_CSV + "\"" + ",".repeat(1 << 20) + "\n" + LINE);

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.onlyRejection().field()).isEqualTo("length");
  }
}

package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.testing.Reading;

class GpJsonReaderTest {

  private static final String RECORD =
      """
      {"OBJECT_NAME":"ISS (ZARYA)","OBJECT_ID":"1998-067A","EPOCH":"2008-09-20T12:25:40.104192",
       "MEAN_MOTION":15.72125391,"ECCENTRICITY":0.0006703,"INCLINATION":51.6416,
       "RA_OF_ASC_NODE":247.4627,"ARG_OF_PERICENTER":130.536,"MEAN_ANOMALY":325.0288,
       "EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":25544,"ELEMENT_SET_NO":292,
       "REV_AT_EPOCH":56353,"BSTAR":-1.1606e-5,"MEAN_MOTION_DOT":-2.182e-5,"MEAN_MOTION_DDOT":0}""";

  @Test
  void readsASingleObjectAndAnArrayAlike() throws IOException {
    ElementSet single = Reading.of(RECORD).only();

    assertThat(Reading.of("\uFEFF [" + RECORD + "]").only()).isEqualTo(single);
    assertThat(Reading.of(RECORD + "\n" + RECORD).good()).containsExactly(single, single);
    assertThat(Reading.of("[]").good()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2008-09-20 12:25:40, 2008-09-20T12:25:39.999648Z",
    "2008-09-20T12:25:40Z, 2008-09-20T12:25:39.999648Z",
    "2008-264T12:25:40.104192, 2008-09-20T12:25:40.104192Z",
    "2008-09-20T12:25:40.1, 2008-09-20T12:25:40.099872Z",
    "2008-09-20 12:25:40.104192Z, 2008-09-20T12:25:40.104192Z",
    "2008-09-20T12:25:40.104192499, 2008-09-20T12:25:40.104192Z"
  })
  void readsEveryFormOfDateToTheNearestTick(String text, Instant epoch) throws IOException {
    ElementSet read = Reading.of(RECORD.replace("2008-09-20T12:25:40.104192", text)).only();

    assertThat(read.epoch()).isEqualTo(epoch);
  }

  @Test
  void readsNumbersOfNineDigits() throws IOException {
    assertThat(Reading.of(RECORD.replace("25544", "999999999")).only().noradId())
        .isEqualTo(999_999_999);
  }

  @Test
  void doesWithoutTheOptionalFields() throws IOException {
    String text =
        """
        {"NORAD_CAT_ID":"5","EPOCH":"2000-06-27T18:50:19.733568","MEAN_MOTION":"10.82419157",
         "ECCENTRICITY":"0.1859667","INCLINATION":"34.2682","RA_OF_ASC_NODE":"348.7242",
         "ARG_OF_PERICENTER":"331.7664","MEAN_ANOMALY":"19.3264","BSTAR":".28098E-4",
         "OBJECT_NAME":null,"MEAN_MOTION_DOT":null,"REV_AT_EPOCH":""}
        """;

    ElementSet read = Reading.of(text).only();

    assertThat(read.name()).isNull();
    assertThat(read.meanMotionDot()).isZero();
    assertThat(read.revolutionNumber()).isZero();
    assertThat(read.bStar()).isEqualTo(2.8098e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":NaN               | MEAN_MOTION | NaN
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":"Infinity"        | MEAN_MOTION | Infinity
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":"abc"             | MEAN_MOTION | abc
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":"1e999"           | MEAN_MOTION | 1e999
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":"15.7d"           | MEAN_MOTION | 15.7d
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":0                 | MEAN_MOTION | 0
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":true              | MEAN_MOTION | true
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":[15.7]            | MEAN_MOTION |
          "MEAN_MOTION":15.72125391 | "MEAN_MOTION":null              | MEAN_MOTION |
          "MEAN_MOTION":15.72125391 | "OTHER":15                      | MEAN_MOTION |
          "BSTAR":-1.1606e-5        | "OTHER":15                      | BSTAR       |
          "BSTAR":-1.1606e-5        | "BSTAR":1e99                    | BSTAR       | 1e99
          "ECCENTRICITY":0.0006703  | "ECCENTRICITY":1                | ECCENTRICITY | 1
          "INCLINATION":51.6416     | "INCLINATION":180.1             | INCLINATION | 180.1
          "NORAD_CAT_ID":25544      | "NORAD_CAT_ID":1000000000       | NORAD_CAT_ID | 1000000000
          "NORAD_CAT_ID":25544      | "NORAD_CAT_ID":0                | NORAD_CAT_ID | 0
          "NORAD_CAT_ID":25544      | "NORAD_CAT_ID":25544.5          | NORAD_CAT_ID | 25544.5
          "EPHEMERIS_TYPE":0        | "EPHEMERIS_TYPE":4              | EPHEMERIS_TYPE | 4
          "EPHEMERIS_TYPE":0        | "EPHEMERIS_TYPE":6              | EPHEMERIS_TYPE | 6
          "EPHEMERIS_TYPE":0        | "CENTER_NAME":"MOON"            | CENTER_NAME | MOON
          "EPHEMERIS_TYPE":0        | "REF_FRAME":"EME2000"           | REF_FRAME | EME2000
          "EPHEMERIS_TYPE":0        | "MEAN_ELEMENT_THEORY":"SGP4-XP" | MEAN_ELEMENT_THEORY | SGP4-XP
          "EPHEMERIS_TYPE":0        | "MEAN_ELEMENT_THEORY":"DSST"    | MEAN_ELEMENT_THEORY | DSST
          "EPHEMERIS_TYPE":0        | "TIME_SYSTEM":"TAI"             | TIME_SYSTEM | TAI
          2008-09-20T12:25:40.104192 | 2008-02-30T12:25:40            | EPOCH | 2008-02-30T12:25:40
          2008-09-20T12:25:40.104192 | 2007-366T12:25:40              | EPOCH | 2007-366T12:25:40
          2008-09-20T12:25:40.104192 | 1908-02-20T12:25:40            | EPOCH | 1908-02-20T12:25:40
          """)
  void namesTheFieldAtFault(String from, String to, String field, String value) throws IOException {
    Reading reading =
        Reading.of("[" + RECORD + "," + RECORD.replace(from, to) + "," + RECORD + "]");

    assertThat(reading.good()).hasSize(2);
    Rejection rejection = reading.onlyRejection();
    assertThat(rejection.place()).isEqualTo(1);
    assertThat(rejection.inList()).isTrue();
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
  }

  @Test
  void namesTheFirstOfSeveralFieldsAtFault() throws IOException {
    String twice =
        RECORD
            .replace("\"MEAN_MOTION\":15.72125391", "\"MEAN_MOTION\":[15.7]")
            .replace("\"BSTAR\":-1.1606e-5", "\"BSTAR\":{}");

    assertThat(Reading.of(twice).onlyRejection().field()).isEqualTo("MEAN_MOTION");
  }

  @Test
  void rejectsWhatIsNoObject() throws IOException {
    Reading reading = Reading.of("[3,[[" + RECORD + "]]," + RECORD + ",\"x\",null]");

    assertThat(reading.good()).hasSize(1);
    assertThat(reading.bad()).extracting(Rejection::place).containsExactly(0L, 1L, 3L, 4L);
    assertThat(reading.bad()).extracting(Rejection::field).containsOnly("record");
  }

  @Test
  void ignoresUnknownFieldsOfAnyKind() throws IOException {
    String text = RECORD.replace("{", "{\"EXTRA\":{\"MEAN_MOTION\":[1,{\"EPOCH\":2}]},\"E\":[],");

    assertThat(Reading.of(text).only()).isEqualTo(Reading.of(RECORD).only());
  }

  @Test
  void deliversWhatStoodBeforeATruncation() {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    String text = "[" + RECORD + ",\n" + RECORD.substring(0, 100);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> reading.add(text, null))
        .withMessageStartingWith("line 7, column");
    assertThat(reading.good()).hasSize(1);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of("[".repeat(100_000)))
        .withMessageContaining("depth");
  }

  @Test
  void refusesAStringWithoutEnd() {
    String text = RECORD.replace("ISS", "x".repeat(1 << 20));

    assertThatExceptionOfType(UnreadableInputException.class).isThrownBy(() -> Reading.of(text));
  }
}

package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.ElementSet.ObjectName;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class ObjectNameTest {

  @ParameterizedTest
  @CsvSource({
    "ISS (ZARYA), ISS (ZARYA)",
    "'  A\u001b[2J\u0007B ', A[2JB",
    "'\u202eDRO\u2028\u200bW', DROW",
    "'\u0001 \u007f', ",
    "Économie 1, Économie 1"
  })
  void losesWhatIsNotToBeSeen(String text, String seen) {
    assertThat(ObjectName.clean(text, ObjectName.LONGEST)).isEqualTo(seen);
  }

  @Test
  void isCutBetweenCharacters() {
    assertThat(ObjectName.clean("abc\uD83D\uDEF0d", 4)).isEqualTo("abc");
    assertThat(ObjectName.clean("abc\uD83D\uDEF0d", 5)).isEqualTo("abc\uD83D\uDEF0");
    assertThat(ObjectName.clean("abc def", 4)).isEqualTo("abc");
  }

  @ParameterizedTest
  @EnumSource
  void isCleanInEveryFormat(ElementSetFormat format) throws IOException {
    // XML has no control characters; of the formatting ones all formats have those.
    String name = "A\u202eB" + "C".repeat(format == ElementSetFormat.TLE ? 70 : 200);

    ElementSet read = Reading.of(document(format, name), format).only();

    assertThat(read.name()).startsWith("ABCC").hasSizeBetween(72, ObjectName.LONGEST);
  }

  @Test
  void controlCharactersOfARejectedValueAreNotPrinted() throws IOException {
    Rejection rejection =
        Reading.of("1 \u001b[2J\n" + PublishedElementSets.STATION).onlyRejection();

    assertThat(rejection.message()).doesNotContain("\u001b");
  }

  private static String document(ElementSetFormat format, String name) {
    if (format == ElementSetFormat.TLE) {
      return "0 " + name + "\n" + PublishedElementSets.STATION;
    }
    ElementSet named = PublishedElementSets.STATION_ELEMENTS.withObject(25544, "PLACEHOLDER");
    return ElementSetDocument.of(format, List.of(named)).text().replace("PLACEHOLDER", name);
  }
}

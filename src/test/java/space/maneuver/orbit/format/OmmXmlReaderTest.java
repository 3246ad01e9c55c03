package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.Reading;

class OmmXmlReaderTest {

  private static final String MESSAGE =
      PublishedElementSets.STATION_XML.substring(
          PublishedElementSets.STATION_XML.indexOf("<omm"),
          PublishedElementSets.STATION_XML.indexOf("</ndm>"));

  @Test
  void readsASingleMessageAndACombinedOneAlike() throws IOException {
    ElementSet single = Reading.of(MESSAGE).only();

    assertThat(Reading.of(ndm(MESSAGE + MESSAGE)).good()).containsExactly(single, single);
    assertThat(Reading.of("<ndm/>", ElementSetFormat.OMM_XML).good()).isEmpty();
  }

  @Test
  void readsNumbersOfNineDigits() throws IOException {
    assertThat(Reading.of(MESSAGE.replace("25544", "999999999")).only().noradId())
        .isEqualTo(999_999_999);
  }

  @Test
  void readsNamespacesCharacterReferencesCommentsAndCharacterData() throws IOException {
    String text =
        MESSAGE
            .replace("<omm ", "<n:omm xmlns:n='urn:ccsds:schema:ndmxml' ")
            .replace("</omm>", "</n:omm>")
            .replace("ISS (ZARYA)", "&lt;&#73;<![CDATA[S&]]>S<!-- A -->&amp;");

    assertThat(Reading.of(text).only().name()).isEqualTo("<IS&S&");
  }

  @Test
  void aDamagedCharacterCostsNoMoreThanItself() throws IOException {
    byte[] text = ndm(MESSAGE + MESSAGE.replace("ISS", "I~S")).getBytes(StandardCharsets.UTF_8);
    text[new String(text, StandardCharsets.UTF_8).indexOf('~')] = (byte) 0xE9;
    List<ElementSet> good = new ArrayList<>();

    ElementSetReader.read(new ByteArrayInputStream(text), null, good::add, rejection -> {});

    assertThat(good)
        .extracting(ElementSet::name)
        .containsExactly("ISS (ZARYA)", "I\uFFFDS (ZARYA)");
  }

  @Test
  void passesOverOtherMessages() throws IOException {
    String other = "<oem><body><omm><EPOCH>1</EPOCH></omm></body></oem><aem/>";

    Reading reading = Reading.of(ndm(other + MESSAGE + other));

    assertThat(reading.good()).hasSize(1);
    assertThat(reading.bad()).isEmpty();
  }

  @Test
  void takesTheClassThatSpaceTrackAdds() throws IOException {
    String text = MESSAGE.replace("\"PERIOD\">91.6", "\"OBJECT_TYPE\">DEBRIS");

    assertThat(Reading.of(text).only().objectClass()).isEqualTo(ObjectClass.DEBRIS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          >15.72125391<      | >NaN<            | MEAN_MOTION  | NaN
          >15.72125391<      | ><               | MEAN_MOTION  |
          >15.72125391<      | ><a>15.7</a><    | MEAN_MOTION  |
          "rev/day">         | "rad/s">         | MEAN_MOTION  | rad/s
          <OBJECT_ID>        | <EPOCH>1</EPOCH><OBJECT_ID> | EPOCH |
          >25544<            | >1000000000<     | NORAD_CAT_ID | 1000000000
          >25544<            | >25 544<         | NORAD_CAT_ID | 25 544
          >SGP4<             | >SGP4-XP<        | MEAN_ELEMENT_THEORY | SGP4-XP
          >UTC<              | >TDB<            | TIME_SYSTEM  | TDB
          >TEME<             | >GCRF<           | REF_FRAME    | GCRF
          >EARTH<            | >SUN<            | CENTER_NAME  | SUN
          <EPHEMERIS_TYPE>0  | <EPHEMERIS_TYPE>4 | EPHEMERIS_TYPE | 4
          """)
  void namesTheFieldAtFault(String from, String to, String field, String value) throws IOException {
    Reading reading = Reading.of(ndm(MESSAGE + MESSAGE.replace(from, to) + MESSAGE));

    assertThat(reading.good()).hasSize(2);
    Rejection rejection = reading.onlyRejection();
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.place()).isEqualTo(1);
    assertThat(rejection.inList()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<omm>",
        "</omm>",
        "<omm><EPOCH>&unknown;</EPOCH></omm>",
        "<omm a='1' a='2'/>",
        "&#0;",
        "<b:omm/>"
      })
  void deliversWhatStoodBeforeAFaultOfTheDocument(String fault) {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    String text = "<ndm>\n" + MESSAGE + "\n" + fault;

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> reading.add(text, null))
        .withMessageMatching("line \\d+, column \\d+: (?!.*Message).+");
    assertThat(reading.good()).hasSize(1);
  }

  @Test
  void refusesADocumentOfAnotherKind() {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of("<html><omm/></html>"))
        .withMessageContaining("not 'html'");
  }

  @Test
  void refusesToLookIntoAnotherFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a secret");
    String text = MESSAGE.replace("ISS (ZARYA)", "&secret;");

    for (String type :
        List.of(
            "<!DOCTYPE omm [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE omm SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE omm [<!ENTITY % a SYSTEM \"" + secret.toUri() + "\"> %a;]>")) {
      assertThatExceptionOfType(UnreadableInputException.class)
          .isThrownBy(() -> Reading.of(type + text))
          .withMessageContaining("document types and entities are not allowed");
    }
  }

  @Test
  void refusesEntitiesThatGrow() {
    StringBuilder type = new StringBuilder("<!DOCTYPE omm [<!ENTITY a0 \"laugh\">");
    for (int i = 1; i < 20; i++) {
      type.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    String text = type + "]>" + MESSAGE.replace("ISS (ZARYA)", "&a19;");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(text))
        .withMessageContaining("document types and entities are not allowed");
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of("<ndm>" + MESSAGE + "<a>".repeat(100_000)))
        .withMessageContaining("32 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- ", "<a b='", "<a ", "<?a ", "<", "<![CDATA["})
  void refusesAPieceWithoutEnd(String start) {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    String text = "<ndm>" + MESSAGE + start + "x".repeat(1 << 24);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> reading.add(text, null))
        .withMessageMatching(".*(longer than|exceeds).*");
    assertThat(reading.good()).hasSize(1);
  }

  @Test
  void rejectsAMessageWithATextWithoutEnd() throws IOException {
    String overlong = MESSAGE.replace("ISS (ZARYA)", "x".repeat(100_000));

    Reading reading = Reading.of(ndm(MESSAGE + overlong + MESSAGE));

    assertThat(reading.good()).hasSize(2);
    assertThat(reading.onlyRejection().field()).isEqualTo("OBJECT_NAME");
    assertThat(reading.onlyRejection().reason()).contains("4096");
  }

  private static String ndm(String messages) {
    return "<ndm>\n" + messages + "</ndm>\n";
  }
}

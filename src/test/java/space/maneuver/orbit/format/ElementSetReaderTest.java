package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.RandomElements;
import space.maneuver.testing.Reading;

class ElementSetReaderTest {

  @SuppressWarnings("unused")
  private static final List<Arguments> STARTS =
      List.of(
          arguments(ElementSetFormat.TLE, "[NAME]\r\n" + PublishedElementSets.STATION),
          arguments(ElementSetFormat.TLE, "\n\n" + PublishedElementSets.STATION),
          arguments(ElementSetFormat.GP_JSON, "\n [\n{\"NORAD_CAT_ID\":5,"),
          arguments(ElementSetFormat.GP_CSV, "OBJECT_NAME,NORAD_CAT_ID\r\n1 KUNS,43466"),
          arguments(ElementSetFormat.GP_CSV, "\n\"A\",\"NORAD_CAT_ID\",\"B\"\n"),
          arguments(ElementSetFormat.OMM_XML, "<?xml version='1.0'?><!-- --><a:ndm x='y'>"),
          arguments(ElementSetFormat.OMM_XML, "<omm><COMMENT>\n1 25544U\n</COMMENT>"),
          arguments(ElementSetFormat.OMM_KVN, "COMMENT first\n1 \nCCSDS_OMM_VERS=3.0"));

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\n\t"})
  void refusesAnEmptyInput(String text) {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(text))
        .withMessageContaining("empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>no data about ndm or omm</html>",
        "<oem id='CCSDS_OEM_VERS'/>",
        "CCSDS_OEM_VERS = 2.0",
        "name,date\n5,2000-06-28",
        "\0\1\2"
      })
  void refusesAFormatThatItDoesNotKnow(String text) {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(text))
        .withMessageStartingWith("line 1: neither");
  }

  @ParameterizedTest
  @FieldSource("STARTS")
  void recognisesAFormatByItsContent(ElementSetFormat format, String start) {
    assertThat(ElementSetFormat.recognise(start)).isEqualTo(format);
  }

  @Test
  void takesTheCallersWordForTheFormat() throws IOException {
    Reading reading = Reading.of("no element set at all", ElementSetFormat.TLE);

    assertThat(reading.onlyRejection().reason()).isEqualTo("no line 1 follows");
  }

  @Test
  void leavesTheStreamOpen() throws IOException {
    boolean[] closed = new boolean[1];
    for (String text :
        List.of(
            PublishedElementSets.STATION,
            PublishedElementSets.STATION_JSON,
            PublishedElementSets.STATION_XML,
            PublishedElementSets.STATION_KVN)) {
      InputStream in =
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
              closed[0] = true;
            }
          };
      ElementSetReader.read(in, null, elements -> {}, rejection -> {});
    }
    assertThat(closed[0]).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void passesAFailureOfTheStreamOn(ElementSetFormat format) {
    IOException failure = new IOException("disk");
    ElementSetDocument document =
        ElementSetDocument.of(
            format, Collections.nCopies(100, PublishedElementSets.STATION_ELEMENTS));
    InputStream start = new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8));
    InputStream end =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }
        };
    List<ElementSet> good = new ArrayList<>();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                ElementSetReader.read(
                    new SequenceInputStream(start, end), format, good::add, r -> {}))
        .isSameAs(failure);
  }

  @ParameterizedTest
  @EnumSource
  void stopsAtTheFirstRejectionWhenStrict(ElementSetFormat format) {
    ElementSetDocument document =
        ElementSetDocument.of(
            format,
            List.of(PublishedElementSets.STATION_ELEMENTS, PublishedElementSets.STATION_ELEMENTS));
    String second = document.records().get(1).replace("15.72125391", "25.72125391");
    String text = document.head() + document.records().get(0) + second + document.tail();
    List<ElementSet> good = new ArrayList<>();

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(
            () ->
                ElementSetReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    null,
                    good::add,
                    ElementSetReader::stop))
        .withMessageMatching("(line|index) \\d+, .* '.*': .*");
    assertThat(good).containsExactly(PublishedElementSets.STATION_ELEMENTS);
  }

  @Test
  void readsADocumentWithoutFaultsWhenStrict() throws IOException {
    List<ElementSet> good = new ArrayList<>();
    byte[] text = PublishedElementSets.STATION_XML.getBytes(StandardCharsets.UTF_8);

    ElementSetReader.read(new ByteArrayInputStream(text), null, good::add, ElementSetReader::stop);

    assertThat(good).isEqualTo(Reading.of(PublishedElementSets.STATION_XML).good());
  }

  @ParameterizedTest
  @EnumSource
  void readsTheRecordsOfManyObjectsInTheirOrder(ElementSetFormat format) throws IOException {
    List<ElementSet> elements =
        Stream.generate(new RandomElements(new Random(3))::next)
            .limit(5000)
            .map(TleWriter::rounded)
            .toList();

    assertThat(Reading.of(ElementSetDocument.of(format, elements).text()).good())
        .isEqualTo(elements);
  }
}

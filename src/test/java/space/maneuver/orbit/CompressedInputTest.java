package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.RandomElements;

class CompressedInputTest {

  private final List<ElementSet> elements =
      Stream.generate(new RandomElements(new Random(5))::next)
          .limit(400)
          .map(TleWriter::rounded)
          .toList();
  private final List<ElementSet> good = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void readsEveryFormatCompressed(ElementSetFormat format) throws IOException {
    byte[] compressed = gzip(ElementSetDocument.of(format, elements).text());

    read(compressed, null, Long.MAX_VALUE);
    read(compressed, format, Long.MAX_VALUE);

    assertThat(good.subList(0, 400)).isEqualTo(elements);
    assertThat(good.subList(400, 800)).isEqualTo(elements);
  }

  @Test
  void manyEmptyMembersAreDamageAndExhaustNoStack() throws IOException {
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    for (int i = 0; i < 20_000; i++) {
      empty.write(gzip(""));
    }

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> read(empty.toByteArray(), null, Long.MAX_VALUE))
        .withMessageContaining("too many empty members");
  }

  @Test
  void readsFilesThatWereCompressedOneByOneAndPutTogether() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip(PublishedElementSets.STATION));
    both.write(gzip(PublishedElementSets.VANGUARD));
    InputStream oneAtATime =
        new ByteArrayInputStream(both.toByteArray()) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };

    ElementSetReader.read(oneAtATime, null, good::add, bad -> {});

    assertThat(good).extracting(ElementSet::noradId).containsExactly(25544, 5);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatStoodBeforeTheEndOfACutFile(ElementSetFormat format) throws IOException {
    byte[] compressed = gzip(ElementSetDocument.of(format, elements).text());
    byte[] cut = Arrays.copyOf(compressed, compressed.length - compressed.length / 10);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> read(cut, format, Long.MAX_VALUE))
        .withMessage("the gzip data are corrupt: unexpected end of data");
    assertThat(good).hasSizeGreaterThan(300).isEqualTo(elements.subList(0, good.size()));
  }

  @Test
  void keepsWhatStoodBeforeTheEndOfAFileCutInItsFirstBytes() throws IOException {
    byte[] compressed =
        gzip(ElementSetDocument.of(ElementSetFormat.TLE, elements.subList(0, 20)).text());
    byte[] cut = Arrays.copyOf(compressed, compressed.length / 2);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> read(cut, null, Long.MAX_VALUE))
        .withMessageContaining("gzip");
    assertThat(good).isNotEmpty().isEqualTo(elements.subList(0, good.size()));
  }

  @Test
  void refusesDamagedDataWithoutAnyText() throws IOException {
    byte[] damaged = Arrays.copyOf(gzip(PublishedElementSets.STATION), 60);
    Arrays.fill(damaged, 2, 60, (byte) 9);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> read(damaged, null, Long.MAX_VALUE))
        .withMessageStartingWith("the gzip data are corrupt: ");
  }

  @Test
  void refusesMoreInflatedBytesThanAllowed() throws IOException {
    String text = PublishedElementSets.STATION + " ".repeat(1_000_000);
    byte[] compressed = gzip(text);

    read(compressed, null, text.length());

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> read(compressed, null, text.length() - 1))
        .withMessage("inflates to more than " + (text.length() - 1) + " bytes");
  }

  private void read(byte[] bytes, @Nullable ElementSetFormat format, long mostInflated)
      throws IOException {
    ElementSetReader.read(
        new ByteArrayInputStream(bytes), format, mostInflated, good::add, bad -> {});
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return compressed.toByteArray();
  }
}

package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSetReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\n\t"})
  void refusesAnEmptyInput(String text) {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(text))
        .withMessageContaining("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>no data</html>", "NORAD_CAT_ID,EPOCH\n5,2000-06-28", "\0\1\2"})
  void refusesAFormatThatItDoesNotKnow(String text) {
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Reading.of(text))
        .withMessageStartingWith("line 1: neither");
  }

  @Test
  void takesTheCallersWordForTheFormat() throws IOException {
    Reading reading = Reading.of("no element set at all", ElementSetFormat.TLE);

    assertThat(reading.onlyRejection().reason()).isEqualTo("no line 1 follows");
  }

  @Test
  void leavesTheStreamOpen() throws IOException {
    boolean[] closed = new boolean[1];
    for (String text : new String[] {Tles.STATION, "[]"}) {
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

  @Test
  void passesAFailureOfTheStreamOn() {
    IOException failure = new IOException("disk");
    for (ElementSetFormat format : ElementSetFormat.values()) {
      String start = format == ElementSetFormat.TLE ? "1" : "[";
      InputStream in =
          new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
              if (position > 40_000) {
                throw failure;
              }
              return position++ == 0 ? start.charAt(0) : ' ';
            }
          };
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> ElementSetReader.read(in, format, e -> {}, r -> {}))
          .isSameAs(failure);
    }
  }
}

package space.maneuver.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

  @Test
  void lastLineNeedsNoNewline() throws IOException {
    assertThat(read("a\nb", 9)).containsExactly("1:a", "2:b");
    assertThat(read("a\nb\n", 9)).containsExactly("1:a", "2:b");
    assertThat(read("", 9)).isEmpty();
  }

  @Test
  void linesLongerThanTheBufferAreComplete() throws IOException {
    String text = "x".repeat(200_000);
    assertThat(read(text + "\n" + text, 200_000)).containsExactly("1:" + text, "2:" + text);
  }

  @Test
  void overlongLineIsSkippedHoweverLong() throws IOException {
    assertThat(read("x".repeat(300_000) + "\nb", 10)).containsExactly("1:too long", "2:b");
  }

  @Test
  void blankLinesAreRecognized() throws IOException {
    assertThat(read(" \t\r\n\nb", 10)).containsExactly("1:blank", "2:blank", "3:b");
  }

  @Test
  void lineIsReadyOnceItsNewlineHasArrivedInAnyNumberOfPieces() throws IOException {
    NdjsonLines lines = new NdjsonLines(pieces("a\n", "b", "c\n", "d"), 10);

    assertThat(lines.next()).isTrue();
    assertThat(lines.ready()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(text(lines)).isEqualTo("bc");
    assertThat(lines.ready()).isFalse();
    assertThat(lines.next()).isTrue();
    assertThat(text(lines)).isEqualTo("d");
    assertThat(lines.next()).isFalse();
  }

  private static String text(NdjsonLines lines) {
    return new String(lines.text(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
  }

  /** Returns one piece per read, as a connection does. */
  private static InputStream pieces(String... texts) {
    List<InputStream> pieces = new ArrayList<>();
    for (String text : texts) {
      pieces.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
    return new SequenceInputStream(Collections.enumeration(pieces)) {
      @Override
      public int available() {
        return 1;
      }
    };
  }

  private static List<String> read(String text, long most) throws IOException {
    NdjsonLines lines =
        new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), most);
    List<String> seen = new ArrayList<>();
    while (lines.next()) {
      String line =
          new String(lines.text(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
      String told = lines.overlong() ? "too long" : lines.blank() ? "blank" : line;
      seen.add(lines.number() + ":" + told);
    }
    return seen;
  }
}

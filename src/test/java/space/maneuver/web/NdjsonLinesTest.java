package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

  @Test
  void lastLineNeedsNoEnd() throws IOException {
    assertThat(read("a\nb", 9)).containsExactly("1:a", "2:b");
    assertThat(read("a\nb\n", 9)).containsExactly("1:a", "2:b");
    assertThat(read("", 9)).isEmpty();
  }

  @Test
  void linesLongerThanTheBufferAreWhole() throws IOException {
    String text = "x".repeat(200_000);
    assertThat(read(text + "\n" + text, 200_000)).containsExactly("1:" + text, "2:" + text);
  }

  @Test
  void overlongLineIsPassedOverHoweverLong() throws IOException {
    assertThat(read("x".repeat(300_000) + "\nb", 10)).containsExactly("1:too long", "2:b");
  }

  @Test
  void blankLinesAreTold() throws IOException {
    assertThat(read(" \t\r\n\nb", 10)).containsExactly("1:blank", "2:blank", "3:b");
  }

  private static List<String> read(String text, long most) throws IOException {
    NdjsonLines lines =
        new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), most);
    List<String> seen = new ArrayList<>();
    while (lines.next()) {
      String line = new String(lines.bytes(), StandardCharsets.UTF_8);
      String told = lines.overlong() ? "too long" : lines.blank() ? "blank" : line;
      seen.add(lines.number() + ":" + told);
    }
    return seen;
  }
}

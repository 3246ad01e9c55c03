package space.maneuver.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.orbit.OrbitRegime;

class ManeuverCsvTest {

  @Test
  void pageWritesTheSameColumns() throws IOException {
    String script;
    try (InputStream in = ManeuverCsvTest.class.getResourceAsStream("/static/page/download.js")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
    Matcher header =
        Pattern.compile("maneuversCsv\\(.*?return csv\\(\\s*\\[(.*?)\\]", Pattern.DOTALL)
            .matcher(script);

    assertThat(header.find()).isTrue();
    assertThat(Arrays.stream(header.group(1).split(",")).map(each -> each.strip().replace("'", "")))
        .containsExactlyElementsOf(ManeuverCsv.columns());
  }

  @Test
  void objectWithoutManeuversAddsNoLine() {
    assertThat(lines(report("QUIET", List.of())))
        .containsExactly(String.join(",", ManeuverCsv.columns()));
  }

  @Test
  void unknownDeltaVIsEmpty() {
    assertThat(lines(report("SAT", List.of(maneuver()))).get(1))
        .isEqualTo(
            "7,LEO,2020-01-02T00:00:00Z,2020-01-01T00:00:00Z,2020-01-03T00:00:00Z,0.5,"
                + "provisional,1,unknown,,,,,,burn,1,,,,,SAT");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          A,B       | "A,B"
          SAY "HI"  | "SAY ""HI\"""
          =1+1      | '=1+1
          -A,B      | "'-A,B"
          """)
  void namesAreQuotedAndNeverFormulas(String name, String cell) {
    assertThat(lines(report(name, List.of(maneuver()))).get(1)).endsWith(",,," + cell);
  }

  private static List<String> lines(ObjectReport report) {
    StringWriter text = new StringWriter();
    ManeuverCsv csv = new ManeuverCsv(new PrintWriter(text));
    csv.object(report);
    csv.end();
    return text.toString().lines().toList();
  }

  private static Maneuver maneuver() {
    return new Maneuver(
        Instant.parse("2020-01-02T00:00:00Z"),
        Instant.parse("2020-01-01T00:00:00Z"),
        Instant.parse("2020-01-03T00:00:00Z"),
        0.5,
        Status.PROVISIONAL,
        1,
        Kind.BURN,
        1,
        Type.UNKNOWN,
        null,
        null,
        null);
  }

  private static ObjectReport report(@Nullable String name, List<Maneuver> maneuvers) {
    return new ObjectReport(
        7, name, OrbitRegime.LEO, true, 30, maneuvers, List.of(), null, List.of(), null);
  }
}

package space.maneuver.orbit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.UnreadableInputException;

class BurnLogTest {

  private static final String HEADER =
      "start_utc,end_utc,burns,dv_radial_m_s,dv_along_m_s,dv_cross_m_s,kind\n";
  private static final String FIRST_BURN =
      " 2020 105 17 47 34.000 06.0e+01 1.0e-03 2.0e-03 3.0e-03 0 0 0 0 0 0";

  private final Path folder;

  BurnLogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsBackTheTableThatItWrote() throws IOException {
    Burn full = burn("2020-04-14T17:47:00Z", "2020-04-14T18:00:30.500Z", 2, -1.25e-3, 0.0397, 4);
    Burn unknown =
        burn("2021-01-01T00:00:00Z", "2021-01-01T00:00:00Z", 1, Double.NaN, Double.NaN, Double.NaN);
    StringWriter text = new StringWriter();
    BurnTable.write(List.of(full, unknown), text);

    assertThat(text.toString()).startsWith(HEADER).endsWith(",1,,,,\n");
    assertThat(BurnLog.read(file("maneuvers.csv", text.toString()))).containsExactly(full, unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_utc,end_utc\n2020-04-14T17:47:00Z,2020-04-14T18:00:30.500Z\n",
        "\uFEFFstart,end\r\n2020-04-14T17:47:00Z,2020-04-14T18:00:30.500Z\r\n",
        "\n END , Start ,kind\n2020-04-14T18:00:30.500Z, 2020-04-14T17:47:00Z,orbit raising\n"
      })
  void startAndEndAreColumnsEnough(String text) throws IOException {
    assertThat(BurnLog.read(file("maneuvers.csv", text)))
        .containsExactly(
            burn(
                "2020-04-14T17:47:00Z",
                "2020-04-14T18:00:30.500Z",
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN));
  }

  @Test
  void columnsAreFoundByTheirNames() throws IOException {
    String text =
        "dv_along_m_s,end_utc,burns,start_utc\n0.25,2020-04-14T18:00:00Z,3,2020-04-14T17:47:00Z\n";

    assertThat(BurnLog.read(file("maneuvers.csv", text)))
        .containsExactly(
            burn("2020-04-14T17:47:00Z", "2020-04-14T18:00:00Z", 3, Double.NaN, 0.25, Double.NaN));
  }

  @Test
  void tableWithoutAHeaderHasAllColumns() throws IOException {
    String line = "2020-04-14T17:47:00Z,2020-04-14T18:00:00Z,2,1,2,3,raising\n";

    assertThat(BurnLog.read(file("maneuvers.csv", line)))
        .containsExactly(burn("2020-04-14T17:47:00Z", "2020-04-14T18:00:00Z", 2, 1, 2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start,duration    | line 1: column 'duration' is unknown; expected start_utc, end_utc
          start,start_utc   | line 1: column 'start_utc' appears twice
          start_utc,burns   | line 1: column 'end_utc' is missing
          2020-04-14T17:47:00Z,2020-04-14T18:00:00Z | line 1: line '2' fields instead of 7; a table with other columns needs a header such as start_utc,end_utc
          """)
  void namesTheColumnThatIsWrong(String line, String message) throws IOException {
    Path table = file("maneuvers.csv", line + "\n");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> BurnLog.read(table))
        .withMessageStartingWith(table + ", " + message);
  }

  @Test
  void addsUpTheBurnsOfADorisLog() throws IOException {
    String log = "CRYO2 2020 105 17 47 2020 106 00 35     006 2" + FIRST_BURN + FIRST_BURN + "\r\n";

    Burn burn = BurnLog.read(file("cs2man.txt", log)).get(0);

    assertThat(burn.start()).isEqualTo(Instant.parse("2020-04-14T17:47:00Z"));
    assertThat(burn.end()).isEqualTo(Instant.parse("2020-04-15T00:35:00Z"));
    assertThat(burn.burns()).isEqualTo(2);
    assertThat(burn.radial()).isEqualTo(2e-3, within(1e-15));
    assertThat(burn.alongTrack()).isEqualTo(4e-3, within(1e-15));
    assertThat(burn.crossTrack()).isEqualTo(6e-3, within(1e-15));
  }

  @Test
  void leavesTheDeltaVUnknownWhereADorisLogGivesNone() throws IOException {
    Burn burn = BurnLog.read(file("topman.txt", "TOPEX 1992 230 18 22 1992 230 18 22\n")).get(0);

    assertThat(burn.burns()).isEqualTo(1);
    assertThat(burn.total()).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOPEX 1992 230 18 22 1992 230 18            | line 2: line '8'
          TOPEX 1992 367 18 22 1992 230 18 22         | line 2: start day of year '367'
          TOPEX 1992 230 18 22 1992 230 24 22         | line 2: end hour '24'
          TOPEX 1992 230 18 22 1992 230 18 21         | line 2: end '1992-08-17T18:21:00Z'
          TOPEX 1992 230 18 22 1992 230 18 22 007 1   | line 2: line '11'
          TOPEX 1992 230 18 22 1992 230 18 22 007 one | line 2: number of burns 'one'
          """)
  void namesThePlaceInADorisLog(String line, String message) throws IOException {
    Path log = file("topman.txt", "TOPEX 1992 230 18 22 1992 230 18 22\n" + line + "\n");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> BurnLog.read(log))
        .withMessageStartingWith(log + ", " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-04-14T17:47:00Z,2020-04-14T17:47:00Z,1,,              | line 2: line '5'
          yesterday,2020-04-14T17:47:00Z,1,,,,                       | line 2: start_utc 'yesterday'
          2020-04-14T17:47:00Z,2020-04-14T17:46:00Z,1,,,,            | line 2: end_utc
          2020-04-14T17:47:00Z,2020-04-14T17:47:00Z,x,,,,            | line 2: burns 'x'
          2020-04-14T17:47:00Z,2020-04-14T17:47:00Z,1,,fast,,        | line 2: dv_along_m_s 'fast'
          2020-04-14T17:47:00Z,2020-04-14T17:47:00Z,1,,,Infinity,    | line 2: dv_cross_m_s 'Infinity'
          """)
  void namesThePlaceInATable(String line, String message) throws IOException {
    Path table = file("maneuvers.csv", HEADER + line + "\n");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> BurnLog.read(table))
        .withMessageStartingWith(table + ", " + message);
  }

  private static Burn burn(
      String start, String end, int burns, double radial, double along, double cross) {
    return new Burn(Instant.parse(start), Instant.parse(end), burns, radial, along, cross);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

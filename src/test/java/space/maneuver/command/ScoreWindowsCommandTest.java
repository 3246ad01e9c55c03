package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreWindowsCommandTest {

  private final Path directory;
  private final Path model;
  private final Path file;

  ScoreWindowsCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    model = CommandFiles.model(directory);
    file =
        CommandFiles.tle(
            directory.resolve("history.tle"), new KeplerHistory(1).burn(50.3, 2, 0).days(75));
  }

  @Test
  void printsOneLinePerWindowAndNothingElse() {
    CommandRun run = score("--days", 30);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    List<JsonNode> lines = json(run);
    assertThat(lines).hasSize(46);
    for (int day = 0; day < 46; day++) {
      JsonNode line = lines.get(day);
      assertThat(line.propertyNames())
          .containsExactly("norad", "window_start", "window_end", "score");
      assertThat(line.get("norad").asInt()).isEqualTo(ElementSetBuilder.NORAD_ID);
      assertThat(line.get("window_start").asString())
          .isEqualTo(KeplerHistory.instant(day).toString());
      assertThat(line.get("window_end").asString())
          .isEqualTo(KeplerHistory.instant(day + 30).toString());
      // The jump lies between the element sets of day 49 and day 50.
      double expected = day + 30 > 50 ? 1 : 0;
      assertThat(line.get("score").asDouble())
          .as("window %d", day)
          .isCloseTo(expected, within(0.1));
    }
  }

  @Test
  void namesAnObjectOnWhichTheNetworkFailsAndScoresTheOthers() throws IOException {
    Path failing = CommandFiles.model(directory.resolve("failing"), DailyBundles.failing(1, 6));
    Path bad =
        CommandFiles.tle(
            directory.resolve("bad.tle"),
            CommandFiles.of(70_002, new KeplerHistory(1).burn(50.3, -50, 0).days(75)));
    Path good = CommandFiles.tle(directory.resolve("good.tle"), new KeplerHistory(2).days(40));

    CommandRun run = CommandRun.of("score-windows", "--model", failing, "--days", 30, bad, good);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("object 70002: the network failed on a window");
    assertThat(json(run)).hasSize(11).allMatch(line -> line.get("norad").asInt() == 70_001);
  }

  @Test
  void appliesStrideAndContext() {
    List<String> all = score("--days", 60).lines();

    assertThat(all).hasSize(16);
    assertThat(score("--days", 60, "--stride-days", 5).lines())
        .containsExactly(all.get(0), all.get(5), all.get(10), all.get(15));
    assertThat(score("--days", 60, "--context", "full").lines()).isEqualTo(all);
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path compressed = directory.resolve("history.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(file, out);
    }

    assertThat(run(compressed, "--days", 30).lines()).isEqualTo(score("--days", 30).lines());
  }

  @Test
  void namesRejectedRecordsOnStandardErrorOnly() throws IOException {
    List<String> expected = score("--days", 30).lines();
    Files.writeString(file, "1 70001U broken\n", StandardOpenOption.APPEND);

    CommandRun run = score("--days", 30);

    assertThat(run.status()).isZero();
    assertThat(run.lines()).isEqualTo(expected);
    assertThat(run.err()).contains("rejected: line 151");
  }

  @Test
  void missingFileIsNamed() {
    CommandRun run = run(directory.resolve("nowhere.tle"), "--days", 30);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nowhere.tle").doesNotContain("\tat ");
  }

  @Test
  void directoryInPlaceOfAFileIsNamed() {
    CommandRun run = run(model, "--days", 30);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(model.toString()).doesNotContain("\tat ");
  }

  @Test
  void unreadableFileIsNamed() throws IOException {
    Path words = Files.writeString(directory.resolve("words.txt"), "once upon a time\n");
    Path cut = directory.resolve("cut.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

    for (Path each : List.of(words, cut)) {
      CommandRun run = run(each, "--days", 30);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(each.toString()).doesNotContain("\tat ");
    }
  }

  @Test
  void invalidLengthOrStrideIsAUsageError() {
    for (Object[] arguments :
        new Object[][] {{"--days", 45}, {"--days", 30, "--stride-days", 0}, {"--days", "x"}, {}}) {
      CommandRun run = score(arguments);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("-days");
    }
  }

  @Test
  void solarFluxForAModelTrainedWithoutItIsAUsageError() throws IOException {
    Path flux = Files.writeString(directory.resolve("flux.csv"), "DATE,F10.7_OBS\n");

    CommandRun run = score("--days", 30, "--solar-flux", flux);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--solar-flux", "test was trained without solar flux");
  }

  private CommandRun score(Object... more) {
    return run(file, more);
  }

  private CommandRun run(Path input, Object... more) {
    Object[] arguments = new Object[more.length + 4];
    arguments[0] = "score-windows";
    arguments[1] = input;
    arguments[2] = "--model";
    arguments[3] = model;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }

  private static List<JsonNode> json(CommandRun run) {
    return run.lines().stream().map(JsonMapper.shared()::readTree).toList();
  }
}

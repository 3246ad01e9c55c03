package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.orbit.History;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.ReentryHistory;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetectCommandTest {

  private static final String LINE_OF = "1 70001";

  private final Path directory;
  private final Path model;
  private final Path history;
  private final Path other;

  DetectCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    model = CommandFiles.model(directory);
    History made = new KeplerHistory(1).burn(50.3, 2, 0).days(75);
    history = CommandFiles.tle(directory.resolve("history.tle"), made);
    other = CommandFiles.tle(directory.resolve("other.tle"), CommandFiles.of(70_002, made));
  }

  @Test
  void sinceListsAnObjectALineTheNewestFirst() throws IOException {
    History early = new KeplerHistory(2).burn(30.3, 2, 0).days(75);
    Path file = CommandFiles.tle(directory.resolve("early.tle"), CommandFiles.of(70_003, early));
    String middle = KeplerHistory.instant(40).toString();
    String before = KeplerHistory.instant(10).toString();

    CommandRun both = run(file, history, "--since", before);
    CommandRun one = run(file, history, "--since", middle);
    CommandRun none = run(file, history, "--since", "1d");

    assertThat(both.status()).as(both.err()).isZero();
    assertThat(both.lines()).hasSize(3);
    assertThat(both.lines().get(0)).startsWith("latest (UTC)");
    assertThat(both.lines().get(1)).contains(" 70001  ");
    assertThat(both.lines().get(2)).contains(" 70003  ");
    assertThat(one.lines()).hasSize(2);
    assertThat(one.lines().get(1)).contains(" 70001  ");
    assertThat(none.out()).isEqualToIgnoringWhitespace("no maneuver since then");
    JsonNode json =
        new JsonMapper().readTree(run(file, history, "--since", middle, "--format=json").out());
    assertThat(json.get("objects")).hasSize(1);
  }

  @Test
  void sinceMustBeATime() {
    CommandRun run = run(history, "--since", "yesterday");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--since must be a number of days", "not yesterday");
  }

  @Test
  void formatsOfOtherProgramsHaveTheManeuvers() {
    CommandRun ocm = run(other, history, "--format", "ocm");
    CommandRun udl = run(other, history, "--format", "udl");

    assertThat(ocm.status()).as(ocm.err()).isZero();
    assertThat(ocm.out())
        .startsWith("<?xml")
        .containsOnlyOnce("<OBJECT_DESIGNATOR>70001<")
        .containsOnlyOnce("<OBJECT_DESIGNATOR>70002<");
    JsonNode records = new JsonMapper().readTree(udl.out());
    assertThat(records).hasSize(2);
    assertThat(records.get(0).get("satNo").asInt()).isEqualTo(70_002);
    assertThat(records.get(0).has("reportTime")).isFalse();
  }

  @Test
  void listsEveryObjectInTheOrderOfTheFiles() {
    CommandRun run = run(other, history);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .filteredOn(line -> line.startsWith("7"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "70002  LEO (where the model was not measured), 75 element sets: 1"
                            + " maneuver"),
            line ->
                assertThat(line)
                    .startsWith(
                        "70001  LEO (where the model was not measured), 75 element sets: 1"
                            + " maneuver"));
  }

  @Test
  void objectAboutToReenterIsSearchedLikeAnyOther() throws IOException {
    Path down = CommandFiles.tle(directory.resolve("down.tle"), ReentryHistory.history());

    CommandRun run = run(other, down);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo(run(other).out() + run(down).out());
    assertThat(run.lines().get(4)).startsWith("70001  LEO").endsWith("60 element sets: 1 maneuver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void namesAnObjectOnWhichTheNetworkFailsAndAnswersTheOthers(String format) throws IOException {
    Path failing = CommandFiles.model(directory.resolve("failing"), DailyBundles.failing(1, 6));
    Path bad =
        CommandFiles.tle(
            directory.resolve("bad.tle"),
            CommandFiles.of(70_002, new KeplerHistory(1).burn(50.3, -50, 0).days(75)));
    Path good = CommandFiles.tle(directory.resolve("good.tle"), new KeplerHistory(2).days(40));

    CommandRun run = CommandRun.of("detect", "--model", failing, "--format", format, bad, good);
    CommandRun alone = CommandRun.of("detect", "--model", failing, "--format", format, good);

    assertThat(run.status()).isEqualTo(1);
    assertThat(alone.status()).isZero();
    String reason = "the network failed on a window: RuntimeError: a number that is too large";
    switch (format) {
      case "table" ->
          assertThat(run.out())
              .startsWith(
                  "70002  LEO (where the model was not measured), 75 element sets: not searched, "
                      + reason)
              .endsWith(alone.out());
      case "csv" -> {
        assertThat(run.out()).isEqualTo(alone.out());
        assertThat(run.err()).contains("object 70002: " + reason);
      }
      default -> {
        JsonNode objects = JsonMapper.shared().readTree(run.out()).get("objects");
        assertThat(objects.at("/0/error/code").asString()).isEqualTo("prediction-failed");
        assertThat(objects.at("/0/maneuvers")).isEmpty();
        assertThat(objects.get(1))
            .isEqualTo(JsonMapper.shared().readTree(alone.out()).at("/objects/0"));
      }
    }
  }

  @Test
  void reportsTooFewElementSetsAndFailsOnlyIfThereIsNothingElse() throws IOException {
    Path lone =
        CommandFiles.tle(
            directory.resolve("lone.tle"), CommandFiles.of(70_003, new KeplerHistory(1).days(1)));

    CommandRun alone = run(lone);
    CommandRun beside = run(lone, history);
    CommandRun csv = run(lone, "--format", "csv");

    String reason = "1 element set is too few: a search needs element sets on at least 5 days";
    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains(", 1 element set: not searched, " + reason));
    assertThat(beside.status()).isZero();
    assertThat(csv.lines()).hasSize(1);
    assertThat(csv.err()).startsWith("object 70003: " + reason);
  }

  @Test
  void csvNamesTheFirstUnsearchableObjectsAndCountsTheOthers() throws IOException {
    History[] lone =
        IntStream.range(0, 14)
            .mapToObj(i -> CommandFiles.of(70_010 + i, new KeplerHistory(1).days(1)))
            .toArray(History[]::new);

    CommandRun run = run(CommandFiles.tle(directory.resolve("lone.tle"), lone), "--format", "csv");

    assertThat(run.err().lines()).hasSize(11).last().asString().startsWith("and 4 more objects");
  }

  @Test
  void noradSelectsOneObject() {
    CommandRun run = run(other, history, "--norad", "70001");

    assertThat(run.status()).isZero();
    assertThat(run.lines().get(0)).startsWith("70001  LEO");
    assertThat(run.out()).doesNotContain("70002");
  }

  @Test
  void namesACatalogueNumberThatIsNotInTheInput() {
    CommandRun run = run(other, history, "--norad", "70003");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no usable element set of object 70003");
  }

  @Test
  void plotsTheManeuvers() throws IOException {
    Path svg = directory.resolve("object.svg");
    Path page = directory.resolve("object.html");

    assertThat(run(history, "--plot", svg).status()).isZero();
    assertThat(run(other, history, "--norad", "70002", "--plot", page).status()).isZero();

    assertThat(Files.readString(svg)).contains("<svg").endsWith("</svg>\n");
    assertThat(Files.readString(page))
        .contains(
            "<h1>Maneuvers of 70002</h1>",
            "<svg",
            "70002  LEO (where the model was not measured), 75 element sets: 1 maneuver")
        .doesNotContain("src=", "href=");
  }

  @Test
  void plotsShareOneTimeAxis() throws IOException {
    Path svg = directory.resolve("object.svg");

    assertThat(run(history, "--plot", svg).status()).isZero();

    List<Double> left =
        Pattern.compile("<clipPath[^>]*>\\s*<rect[^>]* x=\"([0-9.]+)\"")
            .matcher(Files.readString(svg))
            .results()
            .map(plot -> Double.valueOf(plot.group(1)))
            .toList();
    assertThat(left).hasSize(5);
    assertThat(left).allSatisfy(x -> assertThat(x).isCloseTo(left.get(0), within(1.0)));
    assertThat(svg).satisfies(file -> assertThat(Files.size(file)).isLessThan(300_000));
  }

  @Test
  void refusesToPlotSeveralObjectsOrToAnUnknownFormat() {
    Path svg = directory.resolve("object.svg");

    CommandRun several = run(other, history, "--plot", svg);
    CommandRun unknown = run(history, "--plot", directory.resolve("object.png"));

    assertThat(several.status()).isEqualTo(2);
    assertThat(several.err()).contains("choose one with --norad");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("ends with .svg or .html");
    assertThat(svg).doesNotExist();
  }

  @Test
  void plottingDoesNotChangeTheAnswer() {
    Path svg = directory.resolve("object.svg");

    CommandRun drawn = run(history, "--format", "json", "--plot", svg);

    assertThat(drawn.out()).isEqualTo(run(history, "--format", "json").out());
  }

  @Test
  void colorsOnlyOnRequest() {
    CommandRun always = run(history, "--color", "always");
    CommandRun auto = run(history);

    assertThat(always.out()).contains("\u001B[");
    assertThat(auto.out()).doesNotContain("\u001B");
    assertThat(always.out().replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(auto.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void answersGroupedInputIdentically(String format) {
    CommandRun whole = run(other, history, "--format", format);
    CommandRun grouped = run(other, history, "--format", format, "--grouped");

    assertThat(grouped).isEqualTo(whole);
    assertThat(whole.status()).isZero();
    assertThat(whole.out()).isNotEmpty();
  }

  @Test
  void unreadableFileDoesNotAffectTheOthers() throws IOException {
    Path words = Files.writeString(directory.resolve("words.txt"), "once upon a time\n");
    Path nowhere = directory.resolve("nowhere.tle");

    CommandRun run = run(words, nowhere, history);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(run(history).out());
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(words + ": line 1: neither"),
            line -> assertThat(line).startsWith(nowhere + ": no such file"));
  }

  @Test
  void rejectionNamesItsFileIfThereAreSeveral() throws IOException {
    Path faulty = Files.writeString(directory.resolve("faulty.tle"), LINE_OF + "U broken\n");

    CommandRun several = run(history, faulty, "--format", "json");

    assertThat(several.status()).isZero();
    assertThat(several.err()).startsWith("rejected: " + faulty + ", line 1, line 2 missing");
    JsonNode answer = JsonMapper.shared().readTree(several.out());
    assertThat(answer.propertyNames())
        .containsExactly("model", "objects", "rejected", "rejectedCount");
    assertThat(answer.get("rejectedCount").asInt()).isOne();
    assertThat(answer.get("rejected").get(0).get("file").asString()).isEqualTo(faulty.toString());
    assertThat(run(faulty).err()).startsWith("rejected: line 1, line 2 missing");
  }

  @Test
  void strictStopsAtTheFirstFault() throws IOException {
    Path faulty = Files.writeString(directory.resolve("faulty.tle"), LINE_OF + "U broken\n");
    Path words = Files.writeString(directory.resolve("words.txt"), "once upon a time\n");

    for (Path each : List.of(faulty, words)) {
      for (String format : List.of("table", "csv", "json")) {
        CommandRun run = run(history, each, "--strict", "--format", format);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(each + ": line 1").hasLineCount(1);
      }
    }
    assertThat(run(history, other, "--strict")).isEqualTo(run(history, other));
  }

  @Test
  void formatMayBeNamed() {
    assertThat(run(history, "--input-format", "tle")).isEqualTo(run(history));

    CommandRun wrong = run(history, "--input-format", "omm_xml");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).startsWith(history + ": line 1, column 1: ");

    CommandRun unknown = run(history, "--input-format", "pdf");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--input-format", "pdf");
  }

  @Test
  void groupedInputRefusesAnObjectThatReappears() {
    CommandRun run = run(history, other, history, "--grouped");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith(history + ": object 70001 reappears");
    assertThat(run(history, other, history)).isEqualTo(run(history, other));
  }

  @Test
  void refusesMoreElementSetsThanAllowed() {
    CommandRun held = run(history, other, "--max-element-sets", 100);
    CommandRun grouped = run(history, other, "--max-element-sets", 100, "--grouped");
    CommandRun none = run(history, "--max-element-sets", 0);

    assertThat(held.status()).isEqualTo(1);
    assertThat(held.out()).isEmpty();
    assertThat(held.err()).startsWith("more than 100 element sets").contains("--grouped");
    assertThat(grouped).isEqualTo(run(history, other));
    assertThat(none.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=json", "--format=csv", "--grouped"})
  void outputIsTheSameWithAnyNumberOfThreads(String option, @TempDir Path directory)
      throws IOException {
    Path many = Files.writeString(directory.resolve("many.tle"), SimulatedTles.objects(12));
    CommandRun alone = run(many, option, "--threads", 1);

    assertThat(alone.status()).isZero();
    assertThat(alone.out()).isNotEmpty();
    assertThat(run(many, option, "--threads", 2)).isEqualTo(alone);
    assertThat(run(many, option, "--threads", 5)).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1025})
  void numberOfThreadsIsBounded(int threads) {
    CommandRun run = run(history, "--threads", threads);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--threads must be 1 to 1024, not " + threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"burns", "burn,burn", "all,burn"})
  void unknownOrRepeatedKindsAreRefused(String kinds) {
    CommandRun run = run(history, "--kinds", kinds);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--kinds must ", "not " + kinds);
  }

  private CommandRun run(Object... filesAndOptions) {
    Object[] arguments = new Object[filesAndOptions.length + 3];
    arguments[0] = "detect";
    arguments[1] = "--model";
    arguments[2] = model;
    System.arraycopy(filesAndOptions, 0, arguments, 3, filesAndOptions.length);
    return CommandRun.of(arguments);
  }
}

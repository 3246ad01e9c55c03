package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.Sgp4History;

class TrainingCommandsTest {

  private final Path directory;

  TrainingCommandsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void simulatedHistoriesAreEvaluatedAndTrainedOn() throws IOException {
    Path data = directory.resolve("data");
    Path results = directory.resolve("results");
    Path bundle = directory.resolve("own");

    CommandRun simulate =
        CommandRun.of("simulate", "--output", data, "--objects", 2, "--days", 400, "--seed", 4);
    CommandRun evaluate =
        CommandRun.of("evaluate", "--quick", "--data", data, "--simulated", 0, "--output", results);
    CommandRun train =
        CommandRun.of(
            "train",
            "--quick",
            "--data",
            data,
            "--simulated",
            0,
            "--thresholds",
            results.resolve("evaluation.json"),
            "--output",
            bundle);

    assertThat(simulate.status()).isZero();
    assertThat(simulate.lines()).containsExactly(data.toString());
    assertThat(evaluate.status()).as(evaluate.err()).isZero();
    assertThat(evaluate.lines())
        .contains("### By orbit regime")
        .last()
        .isEqualTo("Full report: " + results.resolve("report.html"));
    assertThat(train.status()).as(train.err()).isZero();
    assertThat(train.lines()).containsExactly(bundle.toString());
    LoadedBundle own = BundleReader.read(bundle);
    assertThat(own.description().training().data()).hasSize(2);
    assertThat(own.card())
        .contains(
            "## Accuracy at the shipped threshold",
            "How the figures were made; Network; Training; Details.",
            "`train --data DATA --architecture bilstm --seed 1 --simulated 0 --passive 8 --quick"
                + " --thresholds EVALUATION/thresholds.json --output own`");
  }

  @Test
  void refusesThresholdsOfAnotherTraining() throws IOException {
    Path data = directory.resolve("data");
    simulateLow(data, 2, 120);
    Path results = directory.resolve("results");
    evaluateQuickly(data, results);
    Path thresholds = results.resolve("thresholds.json");

    assertRefused(train(data, thresholds), "quick is yes there, no here");
    assertRefused(
        train(data, thresholds, "--quick", "--architecture", "gru"),
        "architecture is bilstm there, gru here");
    assertRefused(
        train(data, thresholds, "--quick", "--head", "window"), "head is step there, window here");
    assertRefused(train(data, thresholds, "--quick", "--passive", 1), "passive is 0 there, 1 here");
    assertRefused(
        train(data, thresholds, "--quick", "--positive-weight", 2),
        "loop is the usual there, --positive-weight 2.0 here");
    assertRefused(
        train(data, thresholds, "--quick", "--from", "maneuver-lstm"), "--thresholds", "--from");
    assertRefused(
        CommandRun.of(
            "train",
            "--quick",
            "--simulated",
            0,
            "--passive",
            0,
            "--data",
            data.resolve("simulated-00000"),
            "--thresholds",
            thresholds,
            "--output",
            directory.resolve("own")),
        "simulated-00001 is only there");
    Path old = directory.resolve("old.json");
    Files.writeString(
        old, Files.readString(thresholds).replaceFirst("(?s),\\s*\"trainedOn\" : .*", "}"));
    CommandRun unknown = train(data, old, "--quick");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).startsWith(old + ": does not say").contains("run evaluate again");
    assertThat(directory.resolve("own")).doesNotExist();
  }

  private static CommandRun evaluateQuickly(Path data, Path results, Object... others) {
    List<Object> arguments = new ArrayList<>(List.of("evaluate", "--quick", "--simulated", 0));
    arguments.addAll(List.of("--passive", 0, "--never-maneuvering", 0));
    arguments.addAll(List.of("--data", data, "--output", results));
    arguments.addAll(List.of(others));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private CommandRun train(Path data, Path thresholds, Object... others) {
    List<Object> arguments = new ArrayList<>(List.of("train", "--data", data));
    arguments.addAll(List.of("--simulated", 0, "--thresholds", thresholds));
    arguments.addAll(List.of("--output", directory.resolve("own")));
    arguments.addAll(List.of(others));
    if (!arguments.contains("--passive")) {
      arguments.addAll(List.of("--passive", 0));
    }
    return CommandRun.of(arguments.toArray());
  }

  private static void assertRefused(CommandRun run, String... reasons) {
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(reasons).doesNotContain("\tat ");
  }

  @Test
  void simulationOnlyScoresEverySatellite() throws IOException {
    Path data = directory.resolve("data");
    Path results = directory.resolve("results");
    CommandRun.of("simulate", "--output", data, "--objects", 3, "--days", 200, "--seed", 4);

    CommandRun evaluate =
        CommandRun.of(
            "evaluate",
            "--quick",
            "--simulation-only",
            "--simulated",
            4,
            "--never-maneuvering",
            1,
            "--data",
            data,
            "--output",
            results);

    assertThat(evaluate.status()).as(evaluate.err()).isZero();
    assertThat(evaluate.err()).contains("fold 1 of 1").doesNotContain("fold 2");
    assertThat(results.resolve("thresholds.json"))
        .content()
        .contains(
            "Trained on simulated histories only",
            "--simulated 4 --passive 0 --quick --simulation-only");
    assertThat(results.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void keptCheckpointsSpareTheNextEvaluationItsTraining() {
    Path data = directory.resolve("data");
    Path results = directory.resolve("results");
    simulateLow(data, 2, 120);

    CommandRun first = evaluateQuickly(data, results, "--keep-checkpoints");
    CommandRun second = evaluateQuickly(data, results);

    assertThat(first.err()).doesNotContain("resuming");
    assertThat(second.err()).contains("fold 2 of 2: resuming after step 120");
    assertThat(second.lines()).isEqualTo(first.lines());
    assertThat(results.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void noiseFromHistoriesChangesTheSimulation() throws IOException {
    Path data = directory.resolve("data");
    simulateLow(data, 8, 900);

    simulateLow(directory.resolve("plain"), 1, 60);
    simulateLow(directory.resolve("noisy"), 1, 60, "--noise-from", data);

    Path elements = Path.of("simulated-00000", "elsets.tle");
    assertThat(Files.readString(directory.resolve("noisy").resolve(elements)))
        .isNotEqualTo(Files.readString(directory.resolve("plain").resolve(elements)));
  }

  @Test
  void refusesNoiseFromHistoriesWithoutAQuietStretch() {
    Path data = directory.resolve("data");
    simulateLow(data, 1, 60);

    CommandRun run =
        CommandRun.of("simulate", "--output", directory.resolve("noisy"), "--noise-from", data);

    assertThat(run.status()).isNotZero();
    assertThat(run.err()).contains("--noise-from").doesNotContain("\tat ");
    assertThat(directory.resolve("noisy")).doesNotExist();
  }

  @Test
  void burnsArePlantedIntoRealHistoriesAndScored() throws IOException {
    Path data = directory.resolve("data");
    Path results = directory.resolve("results");
    Path planted = directory.resolve("planted");
    simulateLow(data, 2, 120);
    Path catalogue = catalogue(90);

    CommandRun simulate =
        CommandRun.of("simulate", "--plant-into", catalogue, "--objects", 3, "--output", planted);
    CommandRun evaluate =
        evaluateQuickly(data, results, "--plant-into", catalogue, "--planted-burns", 4);

    assertThat(simulate.status()).as(simulate.err()).isZero();
    assertThat(planted.resolve("7-1").resolve("maneuvers.csv")).content().contains(",1,0.0,");
    assertThat(LabelledHistory.readAll(planted, rejection -> {})).hasSize(3);
    assertThat(evaluate.lines()).contains("### Planted burns");
    assertThat(results.resolve("report.md"))
        .content()
        .contains("Planted burns lie in real histories", "### Planted burns by delta-v")
        .contains("--planted-direction in-track --planted-delta-v 0.005,0.05 --planted-burns 4");
  }

  @Test
  void refusesPlantingThatCannotBe() throws IOException {
    Path data = directory.resolve("data");
    simulateLow(data, 1, 60);
    Path output = directory.resolve("output");
    List<Object> evaluate = List.of("evaluate", "--data", data, "--output", output);

    assertRefused(
        CommandRun.of(
            "simulate", "--plant-into", catalogue(90), "--regime", "LEO", "--output", output),
        "--plant-into",
        "--regime");
    assertRefused(
        CommandRun.of("simulate", "--plant-into", catalogue(90), "--days", 90, "--output", output),
        "--plant-into",
        "--days");
    assertRefused(with(evaluate, "--planted-burns", 4), "--planted-burns needs --plant-into");
    assertRefused(with(evaluate, "--compare", "--plant-into", catalogue(40)), "--compare");
    assertRefused(
        with(evaluate, "--plant-into", catalogue(90), "--planted-delta-v", "0.1"),
        "two numbers, such as 0.005,0.05");
    assertRefused(
        with(evaluate, "--plant-into", catalogue(90), "--planted-delta-v", "0.2,0.1"),
        "0.2 to 0.1");
    assertRefused(
        with(evaluate, "--plant-into", catalogue(90), "--planted-burns", 0), "at least 1, not 0");
    CommandRun short_ = with(evaluate, "--plant-into", catalogue(20));
    assertThat(short_.status()).isEqualTo(1);
    assertThat(short_.err()).contains("--plant-into: none of 2 objects has a quiet time");
    CommandRun missing = with(evaluate, "--plant-into", directory.resolve("none.tle"));
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("none.tle").doesNotContain("\tat ");
  }

  @Test
  void alarmsAndBurnsOfACatalogueAreScored() throws IOException {
    Path data = directory.resolve("data");
    Path results = directory.resolve("results");
    simulateLow(data, 2, 120);

    CommandRun evaluate =
        evaluateQuickly(
            data,
            results,
            "--passive-data",
            catalogue(80),
            "--unlabeled-data",
            raised(),
            "--constellations",
            "BIG,LARGE");

    assertThat(evaluate.lines()).contains("### False alarms on real objects that never maneuver");
    assertThat(results.resolve("report.md"))
        .content()
        .contains("Real objects that never maneuver, and satellites without", "| all | 2 | 0.4")
        .contains(
            "### Certain steps of all satellites",
            "| raise | perigee above 600 km | others | 0.05 | 1 | ")
        .contains("| constellations | 0.05 | 1 | ", "--constellations BIG,LARGE");
    assertThat(results.resolve("thresholds.json"))
        .content()
        .contains("\"perThousandObjectsAndDay\"", "\"catalogue\"");
  }

  @Test
  void refusesACatalogueThatCannotBeScored() throws IOException {
    Path data = directory.resolve("data");
    simulateLow(data, 1, 60);
    List<Object> evaluate =
        List.of("evaluate", "--data", data, "--output", directory.resolve("output"));

    assertRefused(
        with(evaluate, "--compare", "--unlabeled-data", raised(), "--constellations", "BIG"),
        "--compare");
    assertRefused(
        with(evaluate, "--passive-data", catalogue(90), "--constellations", "BIG"),
        "--constellations needs --unlabeled-data");
  }

  /** A file of two satellites that raise their orbits once, one of them of a constellation. */
  private Path raised() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int noradId : List.of(17, 18)) {
      for (ElementSet each : Sgp4History.burnt(90, 1, 40, 2).elements()) {
        String name = noradId == 17 ? "LARGE-17" : "SMALL-18";
        lines.append(name).append('\n');
        lines.append(TleWriter.lines(each.withObject(noradId, name))).append('\n');
      }
    }
    Path file = directory.resolve("raised.tle");
    Files.writeString(file, lines);
    return file;
  }

  private static CommandRun with(List<Object> arguments, Object... others) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(others));
    return CommandRun.of(all.toArray());
  }

  /** A file of two objects without labels, so many days long. */
  private Path catalogue(int days) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int noradId : List.of(7, 8)) {
      for (ElementSet each : Sgp4History.noisy(noradId, days, .0005).elements()) {
        lines.append(TleWriter.lines(each.withObject(noradId, null))).append('\n');
      }
    }
    Path directories = Files.createDirectories(directory.resolve("catalogue-" + days));
    Files.writeString(directories.resolve("README.md"), "Not element sets.");
    Files.writeString(directories.resolve("objects.tle"), lines);
    return days % 20 == 0 ? directories : directories.resolve("objects.tle");
  }

  @Test
  void noiseOfObjectsThatNeverManeuverNeedsNoLabels() throws IOException {
    simulateLow(directory.resolve("plain"), 1, 60);
    simulateLow(directory.resolve("noisy"), 1, 60, "--noise-from", catalogue(90));
    CommandRun tooShort =
        CommandRun.of(
            "simulate", "--output", directory.resolve("none"), "--noise-from", catalogue(20));

    Path elements = Path.of("simulated-00000", "elsets.tle");
    assertThat(Files.readString(directory.resolve("noisy").resolve(elements)))
        .isNotEqualTo(Files.readString(directory.resolve("plain").resolve(elements)));
    assertThat(tooShort.status()).isEqualTo(1);
    assertThat(tooShort.err()).contains("--noise-from", "30 element sets");
  }

  @Test
  void cadenceIsThatAskedFor() throws IOException {
    simulateLow(directory.resolve("dense"), 1, 400, "--sets-per-day", 2.5);
    simulateLow(
        directory.resolve("noisy"), 1, 400, "--sets-per-day", 2.5, "--noise-from", catalogue(90));

    for (String name : List.of("dense", "noisy")) {
      LabelledHistory simulated =
          LabelledHistory.read(directory.resolve(name).resolve("simulated-00000"), bad -> {});
      assertThat(simulated.history().size() / 400.).isBetween(2.25, 2.75);
    }
    CommandRun run =
        CommandRun.of("simulate", "--output", directory.resolve("o"), "--sets-per-day", 20);
    assertRefused(run, "0.2 to 10, not 20.0");
  }

  private static void simulateLow(Path output, int objects, int days, Object... others) {
    List<Object> arguments = new ArrayList<>(List.of("simulate", "--regime", "LEO", "--seed", 4));
    arguments.addAll(List.of("--output", output, "--objects", objects, "--days", days));
    arguments.addAll(List.of(others));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void loopSettingsOutOfRangeAreUsageErrors() {
    for (List<String> wrong :
        List.of(
            List.of("--patience", "-1"),
            List.of("--schedule", "linear"),
            List.of("--positive-weight", "0"),
            List.of("--validation-share", "1"),
            List.of("--checkpoint-every", "0"),
            List.of("--head", "last"),
            List.of("--learning", "1"))) {
      CommandRun run =
          CommandRun.of(
              "train",
              "--quick",
              "--simulated",
              1,
              "--output",
              directory.resolve("own"),
              wrong.get(0),
              wrong.get(1));

      assertThat(run.status()).as(wrong.get(0)).isEqualTo(2);
      assertThat(run.err()).contains(wrong.get(1)).doesNotContain("\tat ");
    }
    CommandRun run =
        CommandRun.of(
            "train",
            "--architecture",
            "gru",
            "--head",
            "window",
            "--output",
            directory.resolve("g"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("gru has no head");
  }

  @Test
  void sameSeedSimulatesTheSameFilesInAnyFormat() throws IOException {
    for (String format : List.of("tle", "gp_json")) {
      for (String name : List.of("one", "two")) {
        CommandRun run =
            CommandRun.of(
                "simulate",
                "--output",
                directory.resolve(format + name),
                "--objects",
                2,
                "--days",
                60,
                "--regime",
                "geo",
                "--format",
                format);
        assertThat(run.status()).isZero();
      }
      List<Path> files = files(directory.resolve(format + "one"));
      assertThat(files).hasSize(4);
      for (Path file : files) {
        assertThat(directory.resolve(format + "one").resolve(file))
            .hasSameBinaryContentAs(directory.resolve(format + "two").resolve(file));
      }
    }
  }

  @Test
  void invalidSimulationIsAUsageError() {
    for (List<Object> wrong :
        List.<List<Object>>of(List.of("--days", 59), List.of("--objects", 0))) {
      CommandRun run = CommandRun.of("simulate", "--output", directory, wrong.get(0), wrong.get(1));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(wrong.get(1).toString());
    }
  }

  @Test
  void nothingToTrainOnIsAUsageError() {
    CommandRun run = CommandRun.of("train", "--simulated", 0, "--output", directory.resolve("own"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--data", "--simulated");
  }

  @Test
  void nothingToEvaluateIsAUsageError() {
    CommandRun run = CommandRun.of("evaluate", "--output", directory.resolve("results"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--data");
  }

  @Test
  void missingFilesAreNamed() {
    Path nowhere = directory.resolve("nowhere");

    for (String option : List.of("--data", "--thresholds", "--from", "--solar-flux")) {
      CommandRun run =
          CommandRun.of(
              "train",
              "--quick",
              "--simulated",
              1,
              option,
              nowhere,
              "--output",
              directory.resolve("own"));

      assertThat(run.status()).as(option).isIn(1, 2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).as(option).contains(nowhere.toString()).doesNotContain("\tat ");
    }
  }

  @Test
  void negativeNumberOfSimulatedHistoriesIsAUsageError() {
    CommandRun run =
        CommandRun.of("train", "--simulated", -1, "--output", directory.resolve("own"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--simulated").doesNotContain("\tat ");
  }

  @Test
  void contradictoryEvaluationIsAUsageError() {
    for (List<String> wrong :
        List.of(
            List.of("--never-maneuvering", "-1"),
            List.of("--shuffled-labels", "--compare"),
            List.of("--simulation-only", "--compare"))) {
      CommandRun run =
          CommandRun.of("evaluate", "--output", directory.resolve("r"), wrong.get(0), wrong.get(1));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(wrong.get(0)).doesNotContain("\tat ");
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
    }
  }
}

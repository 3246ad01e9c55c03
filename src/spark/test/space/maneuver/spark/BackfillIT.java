package space.maneuver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.command.CommandRun;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.orbit.History;
import space.maneuver.spark.SparkProcess.Answer;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.KeplerHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job in the jar that a cluster gets, on executors that are processes of their own. */
class BackfillIT {

  private static final String ONE_EXECUTOR = "local-cluster[1,2,1024]";

  @TempDir private static Path directory = Path.of("");
  private static Path input = Path.of("");
  private static Detections expected;
  private static SparkProcess tables;

  /**
   * Lines of the tables, in any order; maneuvers as in the CSV of {@code detect}.
   *
   * @param maneuvers without a header
   * @param objects number, name, regime, measured, element sets
   * @param failed number, code, reason
   * @param rejected file, line, index, field, value, reason
   */
  private record Detections(
      List<String> maneuvers, List<String> objects, List<String> failed, List<String> rejected) {}

  @BeforeAll
  static void simulates() throws Exception {
    tables = SparkProcess.tables(directory.resolve("tables"));
    input = directory.resolve("input");
    simulate(input, "--objects", 200, "--days", 200);
    compress(input.resolve("simulated-00003/elsets.tle"));
    // An object with too few element sets, and a line that is none: no line 1 follows.
    Files.writeString(input.resolve("few.txt"), tles(70_001, 2, 1) + "no element set\n");
    expected = detect(input);
  }

  @AfterAll
  static void ends() {
    tables.close();
  }

  /** Simulates histories, without the logs of their burns: those are no element sets. */
  private static void simulate(Path output, Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of("--output", output));
    all.addAll(List.of(arguments));
    assertThat(command("simulate", all).status()).isZero();
    List<Path> logs;
    try (Stream<Path> files = Files.walk(output)) {
      logs = files.filter(file -> file.endsWith("maneuvers.csv")).toList();
    }
    for (Path log : logs) {
      Files.delete(log);
    }
  }

  private static CommandRun command(String name, List<?> arguments) {
    List<Object> all = new ArrayList<>(List.of(name));
    all.addAll(arguments);
    return CommandRun.of(all.toArray());
  }

  private static void compress(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
      Files.copy(file, out);
    }
    Files.delete(file);
  }

  /** A history with a burn beyond any doubt. */
  private static String tles(int noradId, int days, long seed) {
    return tles(noradId, new KeplerHistory(seed).burn(50.3, -50, 0).days(days));
  }

  private static String tles(int noradId, History history) {
    return ElementSetDocument.tles(
        history.elements().stream().map(each -> each.withObject(noradId, null)).toList());
  }

  @Test
  void findsTheManeuversOfDetectToTheLastBitThoughAnExecutorIsKilled() throws Exception {
    Path output = directory.resolve("executor");
    Object[] arguments = {input, "--output", output, "--partitions", 64};
    Answer answer;
    try (SparkProcess job =
        SparkProcess.submit(directory.resolve("job"), "local-cluster[2,1,1024]", arguments)) {
      job.awaitTask(incomplete(output).resolve("reports"));

      List<ProcessHandle> executors = job.executors();
      executors.get(0).destroyForcibly();

      answer = job.answer();
      assertThat(executors).hasSize(2);
    }
    assertThat(answer.status()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("Lost executor");
    assertThat(answer.lines())
        .singleElement()
        .asString()
        .contains("of 201 objects; 1 objects with");
    assertThat(expected.maneuvers()).hasSizeGreaterThan(500);
    assertThat(expected.rejected()).hasSize(1);
    assertIsExpected(output);
    assertThat(incomplete(output)).doesNotExist();
    JsonNode summary = JsonMapper.shared().readTree(output.resolve("backfill.json").toFile());
    assertThat(summary.at("/plan/model/sha256").asString()).hasSize(64);

    Answer again = submit("local[1]", arguments);
    Answer other = submit("local[1]", input, "--output", output, "--min-confidence", 0.5);

    assertThat(again.lines()).isEqualTo(answer.lines());
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains(output + " is of a run with other options");
  }

  @Test
  void killedJobHasNoResultAndContinuesWhereItWas() throws Exception {
    Path output = directory.resolve("driver");
    try (SparkProcess job =
        SparkProcess.submit(
            directory.resolve("job"),
            ONE_EXECUTOR,
            input,
            "--output",
            output,
            "--partitions",
            64)) {
      job.awaitTask(incomplete(output).resolve("reports"));
    }
    assertThat(output).doesNotExist();

    Answer answer = submit(ONE_EXECUTOR, input, "--output", output, "--partitions", 5);

    assertThat(answer.status()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("continuing a run");
    assertIsExpected(output);
  }

  @Test
  void truncatedFileEndsTheJobUnlessItIsSkipped() throws Exception {
    Path files = Files.createDirectory(directory.resolve("truncated"));
    Files.writeString(files.resolve("good.tle"), tles(70_001, 120, 1));
    Path bad = files.resolve("bad.tle");
    Files.writeString(bad, tles(70_002, 200, 2));
    compress(bad);
    Path compressed = files.resolve("bad.tle.gz");
    byte[] bytes = Files.readAllBytes(compressed);
    Files.write(compressed, Arrays.copyOf(bytes, bytes.length - 500));

    Path output = directory.resolve("truncated-output");
    Answer ended = submit("local[1]", files, "--output", output);

    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains("bad.tle.gz: the gzip data are corrupt");
    assertThat(output).doesNotExist();

    Path other = directory.resolve("skipped-output");
    Answer skipped = submit("local[1]", files, "--output", other, "--skip-unreadable");

    assertThat(skipped.status()).as(skipped.err()).isEqualTo(1);
    Detections detections = read(other);
    assertThat(detections.objects()).hasSize(2);
    assertThat(detections.maneuvers()).isNotEmpty().isEqualTo(detect(files).maneuvers());
    assertThat(detections.rejected())
        .singleElement()
        .asString()
        .contains("bad.tle.gz,,,file,,the gzip data are corrupt");
  }

  @Test
  void objectThatCannotBeSearchedIsListedAndTheOthersAreSearched() throws Exception {
    LoadedBundle failing = DailyBundles.failing(1, 6);
    Path model = directory.resolve("failing");
    BundleWriter.write(model, failing.description(), failing.network(), failing.card());
    Path files = Files.createDirectory(directory.resolve("objects"));
    Files.writeString(files.resolve("1.tle"), tles(70_001, 75, 1));
    Files.writeString(files.resolve("2.tle"), tles(70_002, new KeplerHistory(2).days(40)));
    Files.writeString(files.resolve("3.tle"), tles(70_003, 130, 3));
    Path output = directory.resolve("objects-output");

    Answer answer =
        submit(
            "local-cluster[1,1,1024]",
            files,
            "--output",
            output,
            "--model",
            model,
            "--max-element-sets",
            100);

    assertThat(answer.status()).as(answer.err()).isEqualTo(1);
    Detections detections = read(output);
    assertThat(detections.objects()).singleElement().asString().startsWith("70002,");
    assertThat(detections.failed()).hasSize(2);
    assertThat(detections.failed().get(0)).startsWith("70001,prediction-failed,");
    assertThat(detections.failed().get(1))
        .isEqualTo("70003,too-many-element-sets,130 element sets; --max-element-sets allows 100");
  }

  @Test
  void tableHasTheManeuversOfTheDocumentItWasMadeFrom() throws Exception {
    Path json = directory.resolve("json");
    simulate(json, "--objects", 1, "--format", "GP_JSON");
    Path document = json.resolve("simulated-00000/elsets.json");
    Path table = directory.resolve("table.parquet");
    tables.ask("convert", document.toString(), table.toString());
    Path output = directory.resolve("table-output");

    Answer answer = submit("local[1]", table, "--output", output);

    assertThat(answer.status()).as(answer.err()).isZero();
    Detections detections = read(output);
    assertThat(detections.maneuvers()).isNotEmpty().isEqualTo(detect(document).maneuvers());
    assertThat(detections.rejected()).isEmpty();
  }

  @Test
  void wrongUsageIsRefusedBeforeAnythingIsWritten() throws Exception {
    Path output = directory.resolve("unused");

    Answer kinds = submit("local[1]", input, "--output", output, "--kinds", "burns");
    Answer missing = submit("local[1]", directory.resolve("none.tle"), "--output", output);
    Answer foreign = submit("local[1]", input, "--output", input);

    assertThat(List.of(kinds.status(), missing.status(), foreign.status())).containsOnly(2);
    assertThat(kinds.err()).contains("--kinds must be all, or some of");
    assertThat(missing.err()).contains("none.tle: no such file");
    assertThat(foreign.err()).contains("exists already and is not a result of backfill");
    assertThat(output).doesNotExist();
    assertThat(incomplete(output)).doesNotExist();
  }

  private static Path incomplete(Path output) {
    return Path.of(output + ".incomplete");
  }

  private static Answer submit(String master, Object... arguments) throws Exception {
    return SparkProcess.submit(directory.resolve("job"), master, arguments).answer();
  }

  private static void assertIsExpected(Path output) throws Exception {
    Detections found = read(output);
    assertThat(found.maneuvers()).isEqualTo(expected.maneuvers());
    assertThat(found.objects()).isEqualTo(expected.objects());
    assertThat(found.failed()).isEqualTo(expected.failed());
    assertThat(found.rejected()).isEqualTo(expected.rejected());
  }

  /** Reads the tables of a result. */
  private static Detections read(Path output) throws Exception {
    List<String> lines =
        tables.ask(
            "print",
            output.toString(),
            "maneuvers:" + String.join(",", Tables.MANEUVERS),
            "objects:norad_id,name,regime,measured,element_sets",
            "failed:norad_id,code,reason",
            "rejected:file,line,index,field,value,reason");
    return new Detections(
        rows(lines, "maneuvers"),
        rows(lines, "objects"),
        rows(lines, "failed"),
        rows(lines, "rejected").stream().map(row -> row.replaceFirst("^file:", "")).toList());
  }

  private static List<String> rows(List<String> lines, String table) {
    return lines.stream()
        .filter(line -> line.startsWith(table + "\t"))
        .map(line -> line.substring(table.length() + 1))
        .sorted()
        .toList();
  }

  /** Runs {@code detect} on the files of a directory, or on a file. */
  private static Detections detect(Path input) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(input)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.(tle|json|txt|gz)"))
              .sorted()
              .toList();
    }
    List<String> csv = detect(files, "csv");
    assertThat(List.of(csv.get(0).split(","))).isEqualTo(Tables.MANEUVERS);
    JsonNode json = JsonMapper.shared().readTree(String.join("", detect(files, "json")));
    List<String> objects = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (JsonNode object : json.get("objects")) {
      JsonNode error = object.get("error");
      if (error == null) {
        objects.add(line(object, "noradId", "name", "regime", "measured", "elementSets"));
      } else {
        failed.add(line(object, "noradId") + "," + line(error, "code", "reason"));
      }
    }
    List<String> rejected = new ArrayList<>();
    for (JsonNode record : json.get("rejected")) {
      rejected.add(line(record, "file", "line", "index", "field", "value", "reason"));
    }
    return new Detections(
        csv.stream().skip(1).sorted().toList(),
        objects.stream().sorted().toList(),
        failed.stream().sorted().toList(),
        rejected.stream().sorted().toList());
  }

  private static List<String> detect(List<Path> files, String format) {
    List<Object> arguments = new ArrayList<>(List.of("--format", format));
    arguments.addAll(files);
    return command("detect", arguments).lines();
  }

  private static String line(JsonNode object, String... fields) {
    return Arrays.stream(fields)
        .map(field -> object.path(field).asString(""))
        .collect(Collectors.joining(","));
  }
}

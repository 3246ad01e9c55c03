package space.maneuver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.spark.SparkProcess.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool that searches a file of element sets by {@code detect} and by the job on standalone
 * clusters, and prints the CPU time of each: {@code mvn -Pspark verify
 * -Dit.test=ClusterComparisonIT -Dspark.comparison=FILE}, after {@code mvn -DskipTests package}. It
 * fails if a maneuver differs in any bit, never for slowness. Needs Linux.
 */
@Tag("tool")
@EnabledIfSystemProperty(
    named = "spark.comparison",
    matches = ".+",
    disabledReason = "a tool: -Dspark.comparison=FILE compares the job with detect")
class ClusterComparisonIT {

  /** CPU time of an executor that does not depend on its work: JVM, Spark, PyTorch, compilers. */
  private static final double EXECUTOR_SECONDS = 25;

  private static final double TICKS_PER_SECOND = 100;

  private static final List<String> COLUMNS =
      Tables.MANEUVERS.subList(0, Tables.MANEUVERS.size() - 1);

  @TempDir private static Path directory = Path.of("");

  /**
   * A run of the job.
   *
   * @param workers each with one executor
   * @param cores of an executor
   * @param options of the job
   */
  private record Setting(int workers, int cores, List<String> options) {}

  /**
   * What {@code detect} answered.
   *
   * @param maneuvers lines of its CSV in some order
   * @param seconds CPU time
   */
  private record Detection(int status, List<String> maneuvers, double seconds) {}

  @Test
  void findsTheManeuversOfDetectOnEveryCluster() throws Exception {
    Path input = Path.of(System.getProperty("spark.comparison")).toAbsolutePath();
    System.out.printf("Java %s, %s%n", Runtime.version().feature(), input.getFileName());
    Detection expected = detect(input);
    assertThat(expected.maneuvers()).isNotEmpty();
    System.out.printf(
        Locale.ROOT,
        "detect: %d maneuvers, %.1f s%n",
        expected.maneuvers().size(),
        expected.seconds());
    List<Setting> settings =
        List.of(
            new Setting(1, 2, List.of()),
            new Setting(2, 1, List.of()),
            new Setting(1, 2, List.of("--partitions", "3")));
    try (SparkProcess tables = SparkProcess.tables(directory.resolve("tables"))) {
      for (Setting setting : settings) {
        Path output = directory.resolve("output" + settings.indexOf(setting));
        run(setting, input, output, expected);
        assertThat(maneuvers(tables, output).equals(expected.maneuvers()))
            .as("%s: the maneuvers of detect", setting)
            .isTrue();
      }
    }
  }

  /** Runs the packaged command, without the last column: a name may be in quotes. */
  private static Detection detect(Path input) throws Exception {
    Path csv = directory.resolve("detect.csv");
    Path err = directory.resolve("detect.err");
    double before = childSeconds(ProcessHandle.current().pid());
    Process detect =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/maneuver-detection.jar",
                "detect",
                "--format",
                "csv",
                input.toString())
            .redirectOutput(csv.toFile())
            .redirectError(err.toFile())
            .start();
    int status = detect.waitFor();
    double seconds = childSeconds(ProcessHandle.current().pid()) - before;
    assertThat(status).as(Files.readString(err)).isIn(0, 1);
    List<String> maneuvers =
        Files.readAllLines(csv).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(line -> String.join(",", Arrays.copyOf(line, COLUMNS.size())))
            .sorted()
            .toList();
    return new Detection(status, maneuvers, seconds);
  }

  private static List<String> maneuvers(SparkProcess tables, Path output) throws IOException {
    return tables.ask("print", output.toString(), "maneuvers:" + String.join(",", COLUMNS)).stream()
        .map(line -> line.substring("maneuvers\t".length()))
        .sorted()
        .toList();
  }

  private static void run(Setting setting, Path input, Path output, Detection expected)
      throws Exception {
    List<Object> arguments = new ArrayList<>(List.of(input, "--output", output));
    arguments.addAll(setting.options());
    double executors = 0;
    double driver;
    try (Cluster cluster = Cluster.start(setting)) {
      double before = childSeconds(ProcessHandle.current().pid());
      Answer answer =
          SparkProcess.submit(directory.resolve("job"), cluster.url(), arguments.toArray())
              .answer();
      driver = childSeconds(ProcessHandle.current().pid()) - before;
      assertThat(answer.status()).as(answer.err()).isEqualTo(expected.status());
      for (SparkProcess worker : cluster.workers()) {
        worker.awaitChildren();
        executors += childSeconds(worker.pid());
      }
    }
    JsonNode summary = JsonMapper.shared().readTree(output.resolve("backfill.json").toFile());
    long elementSets = summary.get("elementSets").asLong();
    double beyond = executors - EXECUTOR_SECONDS * setting.workers();
    System.out.printf(
        Locale.ROOT,
        "%d executors of %d cores, options %s: %.1f s, driver %.1f s; %d element sets, each %.1f us"
            + " beyond %.0f s an executor; detect %.1f us; ratio %.2f%n",
        setting.workers(),
        setting.cores(),
        setting.options(),
        executors,
        driver,
        elementSets,
        beyond / elementSets * 1e6,
        EXECUTOR_SECONDS,
        expected.seconds() / elementSets * 1e6,
        beyond / expected.seconds());
  }

  /** CPU time, user and system, of the processes that a process started and that have ended. */
  private static double childSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
  }

  /** A standalone cluster on this machine. */
  private record Cluster(String url, SparkProcess master, List<SparkProcess> workers)
      implements AutoCloseable {

    static Cluster start(Setting setting) throws Exception {
      int port = freePort();
      String url = "spark://127.0.0.1:" + port;
      Path place = directory.resolve("cluster");
      SparkProcess master =
          SparkProcess.daemon(
              place.resolve("master"),
              "New state: ALIVE",
              "org.apache.spark.deploy.master.Master",
              "--port",
              port,
              "--webui-port",
              0);
      List<SparkProcess> workers = new ArrayList<>();
      for (int worker = 0; worker < setting.workers(); worker++) {
        workers.add(
            SparkProcess.daemon(
                place.resolve("worker" + worker),
                "Successfully registered with master",
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                setting.cores(),
                "--memory",
                "2g",
                "--webui-port",
                0,
                url));
      }
      return new Cluster(url, master, workers);
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void close() {
      workers.forEach(SparkProcess::close);
      master.close();
    }
  }
}

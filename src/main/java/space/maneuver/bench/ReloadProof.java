package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import space.maneuver.bench.load.Answers;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Sleep;

/** Replaces a model repeatedly under load; each answer must be that of the version it names. */
final class ReloadProof implements Proof {

  private static final List<String> VERSIONS = List.of("1.0.0", "1.0.1");
  private static final String NAME = ServingBench.REFERENCE;
  private static final int WINDOWS = 32;
  private static final int CONNECTIONS = 8;
  private static final int MOST_PAUSE = 200;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int reloads;

  ReloadProof(int reloads) {
    this.reloads = reloads;
  }

  @Override
  public int stages() {
    return reloads;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    Path bundles = directory.resolve("bundles");
    List<BenchModel> models = new ArrayList<>();
    for (String version : VERSIONS) {
      models.add(
          BenchModel.of(
              BenchNetworks.bundle(NAME, version, BenchNetworks.REFERENCE),
              Proof.windows(WINDOWS)));
    }
    Proof.write(bundles, models.get(0).bundle());
    List<BenchRow> rows = new ArrayList<>();
    Random pauses = Proof.pauses();
    Histogram switches = new Histogram(3);
    try (ServerProcess server =
            ServerProcess.start(
                directory,
                List.of(),
                List.of(
                    Proof.directory(bundles),
                    "--maneuver.models.poll-interval=" + POLL.toMillis() + "ms",
                    "--maneuver.models.default=" + NAME));
        LoadGenerator load =
            LoadGenerator.start(server.address(), LoadPlan.closed(requests(models), CONNECTIONS))) {
      double networks = networks(server);
      for (int i = 1; i <= reloads; i++) {
        progress.accept("reload " + i + " of " + reloads);
        int next = i % VERSIONS.size();
        long start = System.nanoTime();
        Proof.write(bundles, models.get(next).bundle());
        awaitVersion(server, VERSIONS.get(next));
        switches.recordValue(System.nanoTime() - start);
        Sleep.pause(Duration.ofMillis(pauses.nextInt(MOST_PAUSE)));
      }
      rows.add(BenchRow.of("reloads", reloads, ""));
      rows.add(
          BenchRow.of(
              "from new files to new answers, median",
              switches.getValueAtPercentile(50) / 1e6,
              "ms"));
      rows.addAll(Proof.nothingLost(load.cutOff()));
      rows.add(
          BenchRow.atMost("networks in memory at the end", left(server, networks), "", networks));
    }
    return rows;
  }

  /** Returns one request per window and one with all windows. */
  private static List<LoadRequest> requests(List<BenchModel> models) {
    Requests texts = new Requests(models.get(0));
    List<LoadRequest> requests = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      requests.add(texts.json(i, i + 1, check(models, i, i + 1)));
    }
    requests.add(texts.json(0, WINDOWS, check(models, 0, WINDOWS)));
    return requests;
  }

  private static LoadRequest.Check check(List<BenchModel> models, int from, int to) {
    Map<String, double[]> expected = new TreeMap<>();
    for (int i = 0; i < VERSIONS.size(); i++) {
      expected.put(VERSIONS.get(i), models.get(i).probabilities(from, to));
    }
    return Answers.probabilitiesByVersion(expected);
  }

  /** Waits for replaced networks to be released, since the last one may still be in use. */
  private static double left(ServerProcess server, double expected) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    double left = networks(server);
    while (left > expected && System.nanoTime() < end) {
      Sleep.pause(Duration.ofMillis(20));
      left = networks(server);
    }
    return left;
  }

  private static double networks(ServerProcess server) throws IOException {
    return server
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("maneuver_networks{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new IOException("the metric maneuver_networks is missing"));
  }

  private static void awaitVersion(ServerProcess server, String version) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String expected = "\"version\":\"" + version + '"';
    while (!server.get("/api/v1/models/" + NAME).body().contains(expected)) {
      if (System.nanoTime() > end) {
        throw new IOException("version " + version + " was not served within " + PATIENCE);
      }
      Sleep.pause(Duration.ofMillis(20));
    }
  }
}

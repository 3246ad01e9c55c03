package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.measurement.HttpLoad;
import space.maneuver.bench.measurement.LocalLoad;
import space.maneuver.bench.measurement.Measurement;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Spans;
import space.maneuver.features.DailyFeatures;
import space.maneuver.inference.InferenceListener;
import space.maneuver.inference.InferenceSettings;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.inference.SessionFactory;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.registry.BundledModels;
import space.maneuver.model.registry.ModelListener;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.registry.ModelSettings;
import space.maneuver.model.torch.TorchEngine;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.orbit.OrbitRegime;

/** Measures serving: every model in every way, and detection from element sets. */
final class ServingBench {

  static final String REFERENCE = "reference-lstm";

  /** Number of stages reported to the progress. */
  static final int STAGES = 7;

  private static final List<String> SHIPPED = List.of("maneuver-lstm-daily", "maneuver-lstm");
  private static final String DEFAULT = "maneuver-lstm";
  private static final int WINDOWS = 256;
  private static final int OBJECTS = 5;
  private static final int BUSY = 16;
  private static final double MEGABYTE = 1 << 20;

  /** Warm-up in process and over HTTP, twice this long each, for the JVM to compile. */
  private static final Duration COMPILING = Duration.ofSeconds(12);

  /** On a slow machine a row should be slow rather than refused; overload has a separate proof. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Apart from the longest wait, the defaults of the service. */
  private static final InferenceSettings IN_PROCESS =
      new InferenceSettings(
          Runtime.getRuntime().availableProcessors(),
          4096,
          LONGEST_WAIT,
          0,
          WindowBatch.LARGEST,
          Duration.ofMillis(1));

  private final Path directory;
  private final Spans spans;
  private final Consumer<String> progress;
  private final List<ServingRow> serving = new ArrayList<>();
  private final List<BenchRow> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Prepares the measurement.
   *
   * @param directory directory for files
   * @param spans durations of each measurement
   * @param progress receives a description of each stage
   */
  ServingBench(Path directory, Spans spans, Consumer<String> progress) {
    this.directory = directory;
    this.spans = spans;
    this.progress = progress;
  }

  void run() throws IOException {
    Path bundles = directory.resolve("bundles");
    List<BenchModel> models = models(bundles);
    TorchEngine.prepare();
    progress.accept("start of the service");
    rows.addAll(StartBench.run(directory));
    progress.accept("warm-up");
    try (ModelRegistry registry =
            new ModelRegistry(
                new ModelSettings(bundles, DEFAULT), ModelListener.NONE, new BundledModels());
        InferenceThreads threads = new InferenceThreads(IN_PROCESS, InferenceListener.NONE);
        SessionFactory sessions = new SessionFactory(registry, threads);
        ServerProcess server =
            ServerProcess.start(
                directory,
                List.of(),
                List.of(
                    "--maneuver.models.directory=" + bundles,
                    "--maneuver.inference.longest-wait=" + LONGEST_WAIT))) {
      warmUp(models.get(0), sessions, server);
      for (BenchModel model : models) {
        progress.accept(model.name());
        ModelBench bench = new ModelBench(model, registry, sessions, server, spans);
        serving.addAll(bench.run());
        problems.addAll(bench.problems());
      }
      progress.accept("predictions beside a backlog");
      BacklogBench backlog = new BacklogBench(models.get(0), sessions, spans);
      backlog.run();
      serving.addAll(backlog.serving());
      rows.addAll(backlog.rows());
      progress.accept("element sets to maneuvers");
      detections(server);
      server
          .residentBytes()
          .ifPresent(
              bytes -> rows.add(BenchRow.of("resident after the load", bytes / MEGABYTE, "MB")));
    }
    rows.addAll(Targets.of(serving));
  }

  private static List<BenchModel> models(Path bundles) throws IOException {
    LoadedBundle reference = BenchNetworks.bundle(REFERENCE, "1.0.0", BenchNetworks.REFERENCE);
    BundleWriter.write(
        bundles.resolve(REFERENCE), reference.description(), reference.network(), reference.card());
    List<BenchModel> models = new ArrayList<>();
    models.add(
        BenchModel.of(reference, BenchWindows.random(WINDOWS, DailyFeatures.SCHEMA.width())));
    for (String name : SHIPPED) {
      LoadedBundle shipped = BundleReader.readFromClassPath(name);
      models.add(BenchModel.of(shipped, BenchWindows.simulated(WINDOWS, shipped.description())));
    }
    return models;
  }

  /**
   * Warms up until the JVM has compiled the hot code, which single windows reach soonest; otherwise
   * a cold JVM would be measured.
   */
  private static void warmUp(BenchModel model, SessionFactory sessions, ServerProcess server)
      throws IOException {
    LocalLoad.run(
        BUSY,
        new Spans(COMPILING, COMPILING),
        () -> () -> ModelBench.predict(sessions, model.name(), model.windows().subList(0, 1)));
    Requests requests = new Requests(model);
    List<LoadRequest> all = new ArrayList<>(requests.single());
    all.add(requests.json(0, WINDOWS));
    all.add(requests.binary());
    warmUp(server, all, BUSY);
  }

  private static void warmUp(ServerProcess server, List<LoadRequest> requests, int connections)
      throws IOException {
    HttpLoad.run(server, requests, connections, new Spans(COMPILING, COMPILING));
  }

  private void detections(ServerProcess server) throws IOException {
    Path file = directory.resolve("detections.tle");
    new BenchCatalogue(OrbitRegime.LEO).writeTle(file, OBJECTS);
    LoadRequest request =
        Requests.detections(Files.readAllBytes(file), OBJECTS * BenchCatalogue.ELEMENT_SETS);
    int connections = Runtime.getRuntime().availableProcessors();
    warmUp(server, List.of(request), connections);
    Measurement measured = HttpLoad.run(server, List.of(request), connections, spans);
    serving.add(
        ServingRow.of(DEFAULT, "HTTP TLE to maneuvers", ServingRow.ELEMENT_SETS, measured, 0));
  }

  List<ServingRow> serving() {
    return serving;
  }

  List<BenchRow> rows() {
    return rows;
  }

  /** Returns what could not be measured, and why. */
  List<String> problems() {
    return problems;
  }

  /** Measures the start of the service as shipped: time until ready and memory when idle. */
  private static final class StartBench {

    private static final int STARTS = 3;
    private static final double READY_SECONDS = 6;
    private static final double IDLE_MEGABYTES = 600;
    private static final double MEGABYTE = 1 << 20;

    private StartBench() {}

    /**
     * Starts the service several times and returns the medians. PyTorch must have been unpacked
     * before.
     *
     * @param directory directory for logs
     */
    static List<BenchRow> run(Path directory) throws IOException {
      List<Double> seconds = new ArrayList<>();
      List<Double> megabytes = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        try (ServerProcess server = ServerProcess.start(directory, List.of(), List.of())) {
          seconds.add(server.readyAfter().toMillis() / 1e3);
          server.residentBytes().ifPresent(bytes -> megabytes.add(bytes / MEGABYTE));
        }
      }
      List<BenchRow> rows = new ArrayList<>();
      rows.add(BenchRow.atMost("ready after", median(seconds), "s", READY_SECONDS));
      if (!megabytes.isEmpty()) {
        rows.add(BenchRow.atMost("resident when idle", median(megabytes), "MB", IDLE_MEGABYTES));
      }
      return rows;
    }

    private static double median(List<Double> values) {
      return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
  }

  /** The targets of serving. */
  private static final class Targets {

    private static final double IN_PROCESS_RATIO = 1.05;
    private static final double BINARY_RATIO = 1.25;
    private static final double JSON_RATIO = 2;
    private static final double SINGLE_MICROS = 110;
    private static final double SINGLE_P50 = 1.5;
    private static final double SINGLE_P99 = 25;
    private static final double ELEMENT_SETS = 8000;
    private static final int BUSY = 64;
    private static final String CPU_RATIO = "x CPU of the network alone";

    private Targets() {}

    static List<BenchRow> of(List<ServingRow> rows) {
      List<BenchRow> targets = new ArrayList<>();
      most(targets, rows, ModelBench.IN_PROCESS, ServingRow::ratio, CPU_RATIO, IN_PROCESS_RATIO);
      most(targets, rows, ModelBench.BINARY, ServingRow::ratio, CPU_RATIO, BINARY_RATIO);
      most(targets, rows, ModelBench.JSON, ServingRow::ratio, CPU_RATIO, JSON_RATIO);
      String busy = ModelBench.single(BUSY);
      most(targets, rows, busy, ServingRow::cpuMicros, "us of CPU per request", SINGLE_MICROS);
      most(targets, rows, busy, ServingRow::p99, "ms at p99", SINGLE_P99);
      most(targets, rows, ModelBench.single(1), ServingRow::p50, "ms at p50", SINGLE_P50);
      rows.stream()
          .filter(row -> row.unit().equals(ServingRow.ELEMENT_SETS))
          .map(
              row ->
                  BenchRow.atLeast(
                      row.way(),
                      1e6 / row.cpuMicros(),
                      "element sets per CPU second",
                      ELEMENT_SETS))
          .forEach(targets::add);
      return targets;
    }

    private static void most(
        List<BenchRow> targets,
        List<ServingRow> rows,
        String way,
        ToDoubleFunction<ServingRow> value,
        String unit,
        double most) {
      rows.stream()
          .filter(row -> row.model().equals(ServingBench.REFERENCE) && row.way().equals(way))
          .map(row -> BenchRow.atMost(way, value.applyAsDouble(row), unit, most))
          .forEach(targets::add);
    }
  }
}

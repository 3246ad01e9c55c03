package space.maneuver.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.measurement.HttpLoad;
import space.maneuver.bench.measurement.LocalLoad;
import space.maneuver.bench.measurement.Measurement;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Spans;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.RequestLimits;
import space.maneuver.inference.SessionFactory;
import space.maneuver.model.registry.ModelRegistry;

/** Measures one model in every way it can be called. */
final class ModelBench {

  static final String IN_PROCESS = "service in process";
  static final String JSON = "HTTP JSON, 256 windows";
  static final String BINARY = "HTTP binary, 256 windows";
  static final String LINES = "HTTP NDJSON";

  private static final int TURNS = 6;
  private static final int LINES_TIMES = 16;
  private static final int[] CONNECTIONS = {1, 8, 64, 256};

  private final BenchModel model;
  private final ModelRegistry registry;
  private final SessionFactory sessions;
  private final ServerProcess server;
  private final Spans spans;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final List<ServingRow> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private double raw;

  ModelBench(
      BenchModel model,
      ModelRegistry registry,
      SessionFactory sessions,
      ServerProcess server,
      Spans spans) {
    this.model = model;
    this.registry = registry;
    this.sessions = sessions;
    this.server = server;
    this.spans = spans;
  }

  static String single(int connections) {
    return "HTTP JSON, 1 window, "
        + connections
        + (connections == 1 ? " connection" : " connections");
  }

  List<ServingRow> run() {
    inProcess();
    Requests requests = new Requests(model);
    int few = 2 * processors;
    http(JSON, List.of(requests.json(0, model.windows().size())), few);
    http(LINES, List.of(requests.lines(LINES_TIMES)), processors);
    http(BINARY, List.of(requests.binary()), few);
    List<LoadRequest> single = requests.single();
    for (int connections : CONNECTIONS) {
      http(single(connections), single, connections);
    }
    return rows;
  }

  /** Returns what could not be measured, and why. */
  List<String> problems() {
    return problems;
  }

  /**
   * Measures network and service in short alternating turns, so that both meet the same conditions;
   * the first call lets the JVM compile the code for this model.
   */
  private void inProcess() {
    service(spans);
    Spans turn = spans.turn(TURNS);
    RawForward network = new RawForward(registry.get(model.name()), model.windows(), processors);
    Measurement alone = network.measure(turn);
    Measurement through = service(turn);
    for (int done = 1; done < TURNS; done++) {
      alone = alone.plus(network.measure(turn));
      through = through.plus(service(turn));
    }
    raw = alone.cpuMicros();
    String way = "network alone, batches of " + network.batch();
    rows.add(ServingRow.of(model.name(), way, ServingRow.WINDOWS, alone, raw));
    rows.add(ServingRow.of(model.name(), IN_PROCESS, ServingRow.WINDOWS, through, raw));
  }

  private Measurement service(Spans turn) {
    return LocalLoad.run(
        2 * processors, turn, () -> () -> predict(sessions, model.name(), model.windows()));
  }

  /** Predicts windows and returns their number. */
  static int predict(SessionFactory sessions, String model, List<FeatureWindow> windows) {
    try (ModelSession session = sessions.open(model)) {
      return session.predict(windows, false, RequestLimits.PATIENT).size();
    }
  }

  private void http(String way, List<LoadRequest> requests, int connections) {
    try {
      Measurement measured = HttpLoad.run(server, requests, connections, spans);
      rows.add(ServingRow.of(model.name(), way, ServingRow.WINDOWS, measured, raw));
    } catch (IOException e) {
      problems.add(model.name() + ", " + way + ": " + e.getMessage());
    }
  }
}

package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.load.LoadTally;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Sleep;

/**
 * Stops the service repeatedly under load. Requests sent before the signal must be answered,
 * correctly or with a refusal, and no reply may be cut short. Later requests may find the
 * connection closed, as with any server that shuts down.
 */
final class StopProof implements Proof {

  private static final int WINDOWS = 32;
  private static final int LINES_TIMES = 8;
  private static final int CONNECTIONS = 8;
  private static final int LEAST_PAUSE = 300;
  private static final int PAUSE_SPREAD = 1200;

  private final int stops;

  StopProof(int stops) {
    this.stops = stops;
  }

  @Override
  public int stages() {
    return stops;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    Path bundles = directory.resolve("bundles");
    BenchModel model =
        BenchModel.of(
            BenchNetworks.bundle(ServingBench.REFERENCE, "1.0.0", BenchNetworks.REFERENCE),
            Proof.windows(WINDOWS));
    Proof.write(bundles, model.bundle());
    Requests texts = new Requests(model);
    List<LoadRequest> requests = new ArrayList<>(texts.single());
    requests.add(texts.json(0, WINDOWS));
    requests.add(texts.lines(LINES_TIMES));
    LoadTally all = new LoadTally();
    Random pauses = Proof.pauses();
    int hanging = 0;
    long longest = 0;
    for (int i = 1; i <= stops; i++) {
      progress.accept("stop " + i + " of " + stops);
      try (ServerProcess server =
              ServerProcess.start(directory, List.of(), List.of(Proof.directory(bundles)));
          LoadGenerator load =
              LoadGenerator.start(server.address(), LoadPlan.closed(requests, CONNECTIONS))) {
        Sleep.pause(Duration.ofMillis(LEAST_PAUSE + pauses.nextInt(PAUSE_SPREAD)));
        load.mark();
        long start = System.nanoTime();
        server.stop();
        hanging += server.awaitEnd() ? 0 : 1;
        longest = Math.max(longest, System.nanoTime() - start);
        all.add(load.cutOff());
      }
    }
    List<BenchRow> rows = new ArrayList<>();
    rows.add(BenchRow.of("stops", stops, ""));
    rows.add(BenchRow.atMost("servers that did not exit", hanging, "", 0));
    rows.add(BenchRow.of("longest stop", longest / 1e9, "s"));
    rows.addAll(Proof.nothingLost(all));
    rows.add(BenchRow.of("sent after the signal, no reply", all.unansweredAfterMark, "requests"));
    return rows;
  }
}

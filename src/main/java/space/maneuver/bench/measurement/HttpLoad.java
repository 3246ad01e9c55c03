package space.maneuver.bench.measurement;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.load.LoadTally;

/** Measures requests in a closed loop and their CPU time on the server. */
public final class HttpLoad {

  private static final int LEAST_REPLIES = 8;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private HttpLoad() {}

  /**
   * Sends requests and measures.
   *
   * @throws IOException if a request is not answered, or not correctly
   */
  public static Measurement run(
      ServerProcess server, List<LoadRequest> requests, int connections, Spans spans)
      throws IOException {
    LoadPlan plan = LoadPlan.closed(requests, connections);
    try (LoadGenerator load = LoadGenerator.start(server.address(), plan)) {
      Sleep.pause(spans.warmUp());
      requireGood(load.cutOff());
      Duration serverCpu = server.cpu();
      Duration loadCpu = load.cpu();
      long start = System.nanoTime();
      Sleep.pause(spans.measured());
      awaitReplies(load, start);
      LoadTally tally = load.cutOff();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      serverCpu = server.cpu().minus(serverCpu);
      loadCpu = load.cpu().minus(loadCpu);
      requireGood(tally);
      return new Measurement(tally.work, elapsed, serverCpu, loadCpu, tally.answered);
    }
  }

  /** Extends the measurement of long requests. */
  private static void awaitReplies(LoadGenerator load, long start) {
    while (load.replies() < LEAST_REPLIES && System.nanoTime() - start < LONGEST.toNanos()) {
      Sleep.pause(Duration.ofMillis(20));
    }
  }

  private static void requireGood(LoadTally tally) throws IOException {
    if (tally.wrong > 0 || tally.cut > 0 || tally.refused.getTotalCount() > 0) {
      throw new IOException(tally.toString());
    }
  }
}

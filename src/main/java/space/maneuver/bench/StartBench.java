package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.bench.measurement.ServerProcess;

/** How long the service takes to be ready, as it is shipped, and what it then holds in memory. */
final class StartBench {

  private static final int STARTS = 3;
  private static final double READY_SECONDS = 6;
  private static final double IDLE_MEGABYTES = 600;
  private static final double MEGABYTE = 1 << 20;

  private StartBench() {}

  /**
   * Starts it a few times, one after the other, and gives the medians. PyTorch has to be unpacked
   * before.
   *
   * @param directory for the log
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

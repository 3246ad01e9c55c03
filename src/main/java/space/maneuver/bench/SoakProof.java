package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.load.LoadTally;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Sleep;

/** Full load for a long time: after warm-up, memory and throughput must stay constant. */
final class SoakProof implements Proof {

  private static final int WINDOWS = 256;
  private static final int SINGLE_BETWEEN = 32;
  private static final double MOST_SPREAD = 2;
  private static final double MOST_CHANGE = 5;
  private static final double MEGABYTE = 1 << 20;
  private static final Duration SAMPLE = Duration.ofSeconds(5);
  private static final int SAMPLES_A_MINUTE = 12;

  private final int minutes;

  private record Minute(double megabytes, double perSecond, double cpuMicros) {}

  SoakProof(int minutes) {
    this.minutes = minutes;
  }

  @Override
  public int stages() {
    return minutes;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    Path bundles = directory.resolve("bundles");
    BenchModel model =
        BenchModel.of(
            BenchNetworks.bundle(ServingBench.REFERENCE, "1.0.0", BenchNetworks.REFERENCE),
            Proof.windows(WINDOWS));
    Proof.write(bundles, model.bundle());
    int connections = 4 * Runtime.getRuntime().availableProcessors();
    List<Minute> seen = new ArrayList<>();
    LoadTally all = new LoadTally();
    try (ServerProcess server =
            ServerProcess.start(directory, List.of(), List.of(Proof.directory(bundles)));
        LoadGenerator load =
            LoadGenerator.start(server.address(), LoadPlan.closed(requests(model), connections))) {
      for (int i = 1; i <= minutes; i++) {
        Minute minute = minute(server, load, all);
        seen.add(minute);
        progress.accept(
            String.format(
                Locale.ROOT,
                "minute %d: %.1f MB resident, %.0f windows/s, %.1f us of CPU per window",
                i,
                minute.megabytes,
                minute.perSecond,
                minute.cpuMicros));
      }
    }
    return rows(seen, all);
  }

  /** Returns requests with all windows as JSON and NDJSON, and single windows. */
  private static List<LoadRequest> requests(BenchModel model) {
    Requests texts = new Requests(model);
    List<LoadRequest> requests = new ArrayList<>(texts.single().subList(0, SINGLE_BETWEEN));
    requests.add(texts.json(0, WINDOWS));
    requests.add(texts.lines(1));
    return requests;
  }

  private static Minute minute(ServerProcess server, LoadGenerator load, LoadTally all) {
    Duration cpu = server.cpu();
    long start = System.nanoTime();
    double bytes = 0;
    for (int i = 0; i < SAMPLES_A_MINUTE; i++) {
      Sleep.pause(SAMPLE);
      bytes += server.residentBytes().orElse(0);
    }
    LoadTally tally = load.cutOff();
    double seconds = (System.nanoTime() - start) / 1e9;
    double micros = server.cpu().minus(cpu).toNanos() / 1e3;
    all.add(tally);
    return new Minute(
        bytes / SAMPLES_A_MINUTE / MEGABYTE, tally.work / seconds, micros / tally.work);
  }

  private List<BenchRow> rows(List<Minute> seen, LoadTally all) {
    List<Minute> late = seen.subList(minutes / 3, minutes);
    List<Minute> first = late.subList(0, (late.size() + 1) / 2);
    List<Minute> last = late.subList(late.size() / 2, late.size());
    double least = late.stream().mapToDouble(Minute::megabytes).min().orElse(0);
    double most = late.stream().mapToDouble(Minute::megabytes).max().orElse(0);
    String span = "last " + late.size() + " minutes";
    List<BenchRow> rows = new ArrayList<>();
    rows.add(BenchRow.of("resident, mean of the " + span, mean(late, Minute::megabytes), "MB"));
    rows.add(BenchRow.atMost("it varied by", 100 * (most - least) / least, "%", MOST_SPREAD));
    rows.add(BenchRow.of("windows", mean(late, Minute::perSecond), "windows/s"));
    rows.add(
        change(
            "throughput fell by", mean(first, Minute::perSecond), mean(last, Minute::perSecond)));
    rows.add(BenchRow.of("CPU", mean(late, Minute::cpuMicros), "us per window"));
    rows.add(
        change(
            "CPU per window rose by",
            mean(last, Minute::cpuMicros),
            mean(first, Minute::cpuMicros)));
    rows.addAll(Proof.nothingLost(all));
    return rows;
  }

  private static BenchRow change(String name, double larger, double smaller) {
    return BenchRow.atMost(name, 100 * (larger / smaller - 1), "%", MOST_CHANGE);
  }

  private static double mean(List<Minute> minutes, ToDoubleFunction<Minute> value) {
    return minutes.stream().mapToDouble(value).average().orElse(0);
  }
}

package space.maneuver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.load.LoadTally;
import space.maneuver.bench.measurement.HttpLoad;
import space.maneuver.bench.measurement.Measurement;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Sleep;
import space.maneuver.bench.measurement.Spans;
import space.maneuver.features.DailyFeatures;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.torchscript.ManeuverLstmNetwork;

/**
 * Offers ten times the load that a slow network can serve. The excess must be refused at once, the
 * useful throughput must not drop, and afterwards latency must be as before. The network runs on
 * one thread, so that load generator and refusals do not compete for its processor.
 */
final class OverloadProof implements Proof {

  private static final int[] SIZES = {256, 384, 512, 640, 768, 1024};
  private static final int LAYERS = 2;
  private static final int STAGES = 4;
  private static final double AIM = 450;
  private static final double MOST = 500;
  private static final double TIMES = 10;
  private static final double LIGHT = 0.2;
  private static final double LEAST_USEFUL = 0.9;
  private static final double REFUSED_WITHIN = 10;
  private static final double LIKE_BEFORE = 2;

  /**
   * Share of the offered load; whatever is not answered must be refused rather than kept waiting.
   */
  private static final double LEAST_REFUSED = 0.8;

  private static final int CONNECTIONS = 64;
  private static final int FEW = 8;
  private static final int WINDOWS = 64;
  private static final Duration WHILE = Duration.ofSeconds(5);

  /** Warm-up: the JVM has yet to compile the code that refuses requests. */
  private static final Duration UNCOMPILED = Duration.ofSeconds(20);

  private static final Duration RECOVERY = Duration.ofSeconds(2);
  private static final Spans TRIAL = new Spans(Duration.ofMillis(300), Duration.ofMillis(700));

  private final Duration span;
  private final List<BenchRow> rows = new ArrayList<>();

  /**
   * Creates the proof.
   *
   * @param span duration of the overload
   */
  OverloadProof(Duration span) {
    this.span = span;
  }

  @Override
  public int stages() {
    return STAGES;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    progress.accept("searching for a slow network");
    BenchModel model = BenchModel.of(slow(), Proof.windows(WINDOWS));
    Path bundles = directory.resolve("bundles");
    Proof.write(bundles, model.bundle());
    List<LoadRequest> single = new Requests(model).single();
    try (ServerProcess server =
        ServerProcess.start(
            directory,
            List.of(),
            List.of(Proof.directory(bundles), "--maneuver.inference.threads=1"))) {
      progress.accept("peak");
      // Until it has run batches, the service estimates each window to take as long as one alone.
      HttpLoad.run(server, single, FEW, new Spans(RECOVERY, RECOVERY));
      double peak =
          HttpLoad.run(server, single, CONNECTIONS, new Spans(WHILE, WHILE.multipliedBy(2)))
              .perSecond();
      rows.add(BenchRow.atMost("peak", peak, "windows/s", MOST));
      Histogram light = light(server, single, peak, Duration.ZERO);
      double before = millis(light, 99);
      rows.add(BenchRow.of("p99 before, at a fifth of the peak", before, "ms"));
      progress.accept("overload");
      overload(server, single, peak);
      progress.accept("recovery");
      Histogram after = light(server, single, peak, RECOVERY);
      rows.add(
          BenchRow.atLeast(
              "answers from 2 s after the overload",
              after.getTotalCount(),
              "",
              light.getTotalCount() / 2.0));
      rows.add(
          BenchRow.atMost(
              "p99 from 2 s after the overload", millis(after, 99), "ms", LIKE_BEFORE * before));
    }
    return rows;
  }

  private static LoadedBundle slow() {
    for (int size : SIZES) {
      ManeuverLstmNetwork network =
          new ManeuverLstmNetwork(DailyFeatures.SCHEMA.width() + 1, size, LAYERS, 0);
      LoadedBundle bundle = BenchNetworks.bundle("slow-lstm", "1.0.0", network);
      try (ManeuverModel model = ManeuverModel.start(bundle)) {
        Measurement alone = new RawForward(model, Proof.windows(WINDOWS), 1).measure(TRIAL);
        if (1e6 / alone.cpuMicros() <= AIM) {
          return bundle;
        }
      }
    }
    throw new IllegalStateException("no network is slow enough for this machine");
  }

  private void overload(ServerProcess server, List<LoadRequest> single, double peak)
      throws IOException {
    LoadPlan plan = new LoadPlan(single, CONNECTIONS, TIMES * peak);
    try (LoadGenerator load = LoadGenerator.start(server.address(), plan)) {
      Sleep.pause(UNCOMPILED);
      load.cutOff();
      Duration loadBefore = load.cpu();
      Sleep.pause(span);
      LoadTally tally = load.cutOff();
      double seconds = span.toMillis() / 1e3;
      rows.add(BenchRow.of("offered", TIMES * peak, "windows/s"));
      rows.add(
          BenchRow.atLeast(
              "useful throughput", tally.work / seconds, "windows/s", LEAST_USEFUL * peak));
      rows.add(
          BenchRow.atLeast(
              "refusals",
              tally.refused.getTotalCount() / seconds,
              "requests/s",
              LEAST_REFUSED * TIMES * peak));
      rows.add(BenchRow.atMost("p99 of refusals", millis(tally.refused, 99), "ms", REFUSED_WITHIN));
      rows.add(BenchRow.of("p99 of answers", millis(tally.answered, 99), "ms"));
      rows.add(
          BenchRow.of(
              "CPU of the load generator",
              load.cpu().minus(loadBefore).toMillis() / 1e3 / seconds,
              "processors"));
      rows.addAll(Proof.nothingLost(tally));
      rows.add(BenchRow.atMost("connections refused", tally.unconnected, "", 0));
    }
  }

  /** Measures the latency under a light load, ns. */
  private static Histogram light(
      ServerProcess server, List<LoadRequest> single, double peak, Duration unheeded)
      throws IOException {
    LoadPlan plan = new LoadPlan(single, 1, LIGHT * peak);
    try (LoadGenerator load = LoadGenerator.start(server.address(), plan)) {
      Sleep.pause(unheeded);
      load.cutOff();
      Sleep.pause(WHILE);
      return load.cutOff().answered;
    }
  }

  private static double millis(Histogram latency, double percent) {
    return latency.getValueAtPercentile(percent) / 1e6;
  }
}

package space.maneuver.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.bench.measurement.LocalLoad;
import space.maneuver.bench.measurement.Measurement;
import space.maneuver.bench.measurement.Spans;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;

/** Measures the network alone on prepared batches, the upper limit for any service. */
final class RawForward {

  private static final int[] BATCHES = {32, 64, 128, 256, 512};
  private static final Spans TRIAL = new Spans(Duration.ofMillis(200), Duration.ofMillis(400));

  private final ManeuverModel model;
  private final List<FeatureWindow> windows;
  private final int threads;
  private final int batch;

  /** Finds the batch size with the least CPU time per window. */
  RawForward(ManeuverModel model, List<FeatureWindow> windows, int threads) {
    this.model = model;
    this.windows = windows;
    this.threads = threads;
    int best = BATCHES[0];
    double least = Double.POSITIVE_INFINITY;
    for (int each : BATCHES) {
      double cpu = measure(each, TRIAL).cpuMicros();
      if (cpu < least) {
        least = cpu;
        best = each;
      }
    }
    batch = best;
  }

  int batch() {
    return batch;
  }

  Measurement measure(Spans spans) {
    return measure(batch, spans);
  }

  private Measurement measure(int size, Spans spans) {
    List<FeatureWindow> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(windows.get(i % windows.size()));
    }
    return LocalLoad.run(
        threads,
        spans,
        () -> {
          WindowBatch own = BenchModel.batch(model.bundle(), members);
          return () -> model.logits(own).length;
        });
  }
}

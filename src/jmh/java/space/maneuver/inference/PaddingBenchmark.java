package space.maneuver.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.BundledModels;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.registry.ModelListener;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.registry.ModelSettings;
import space.maneuver.model.torch.WindowBatch;

/** From windows to what the network reads, per window of 30 days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PaddingBenchmark {

  private static final int WINDOWS = 128;
  private static final int DAYS = 30;

  @Param({"maneuver-lstm-daily", "maneuver-lstm"})
  public String model = "maneuver-lstm-daily";

  private final ModelRegistry registry =
      new ModelRegistry(
          new ModelSettings(null, "maneuver-lstm"), ModelListener.NONE, new BundledModels());
  private final List<FeatureWindow> windows = new ArrayList<>();
  private final BatchPadder padder = new BatchPadder();
  private ModelLease lease = registry.lease(model);

  @Setup
  public void fill() {
    lease.close();
    lease = registry.lease(model);
    ModelBundle bundle = lease.model().bundle();
    int width = bundle.features().channels().size();
    Random random = new Random(1);
    for (int i = 0; i < WINDOWS; i++) {
      float[] values = new float[DAYS * width];
      for (int k = 0; k < values.length; k++) {
        values[k] = (float) random.nextGaussian();
      }
      windows.add(new FeatureWindow(null, null, null, DAYS, width, values));
    }
  }

  @TearDown
  public void close() {
    registry.close();
  }

  /** On the inference thread. */
  @Benchmark
  @OperationsPerInvocation(WINDOWS)
  public WindowBatch pad() {
    ModelBundle bundle = lease.model().bundle();
    return padder.pad(bundle, WINDOWS, windows::get);
  }
}

package space.maneuver.web.predictions;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.unit.DataSize;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.config.LimitsProperties;

/** From the text of a request to windows, per window of 30 days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonWindowsBenchmark {

  private static final int WINDOWS = 256;
  private static final int DAYS = 30;

  private final ModelBundle bundle =
      BundleReader.readFromClassPath("maneuver-lstm-daily").description();
  private final WindowParser parser =
      new WindowParser(
          new LimitsProperties(
              DataSize.ofMegabytes(64), DataSize.ofMegabytes(1), 4096, 1, 1024, 256, 1));
  private final byte[] body = body(bundle.features().channels().size());

  private static byte[] body(int channels) {
    Random random = new Random(1);
    StringBuilder window = new StringBuilder("{\"days\":" + DAYS + ",\"features\":[");
    for (int day = 0; day < DAYS; day++) {
      window.append(day == 0 ? '[' : ",[");
      for (int channel = 0; channel < channels; channel++) {
        window.append(channel == 0 ? "" : ",").append((float) random.nextGaussian());
      }
      window.append(']');
    }
    window.append("]}");
    List<String> windows = Collections.nCopies(WINDOWS, window.toString());
    return ("{\"windows\":[" + String.join(",", windows) + "]}").getBytes(StandardCharsets.UTF_8);
  }

  /** As /predictions reads it. */
  @Benchmark
  @OperationsPerInvocation(WINDOWS)
  public Object parse() {
    return parser.document(new ByteArrayInputStream(body), bundle);
  }
}

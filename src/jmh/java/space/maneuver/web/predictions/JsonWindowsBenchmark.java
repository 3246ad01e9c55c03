package space.maneuver.web.predictions;

import java.io.ByteArrayInputStream;
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

  private final ModelBundle bundle =
      BundleReader.readFromClassPath("maneuver-lstm-daily").description();
  private final WindowParser parser =
      new WindowParser(
          new LimitsProperties(
              DataSize.ofMegabytes(64), DataSize.ofMegabytes(1), 4096, 1, 1024, 256, 1));
  private byte[] body = new byte[0];

  @Param({JsonBodies.OWN, JsonBodies.JACKSON})
  public String read = JsonBodies.OWN;

  @Setup
  public void write() {
    body = JsonBodies.of(bundle.features().channels().size(), read);
  }

  /** As /predictions reads it. */
  @Benchmark
  @OperationsPerInvocation(JsonBodies.WINDOWS)
  public Object parse() {
    return parser.document(new ByteArrayInputStream(body), bundle);
  }
}

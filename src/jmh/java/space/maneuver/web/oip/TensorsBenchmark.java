package space.maneuver.web.oip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.config.LimitsProperties;

/** From the body of a request of the Open Inference Protocol to windows, per window of 30 days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TensorsBenchmark {

  private static final int WINDOWS = 256;
  private static final int DAYS = 30;

  @Param({"binary", "json"})
  public String form = "binary";

  private final LimitsProperties limits =
      new LimitsProperties(
          DataSize.ofMegabytes(64), DataSize.ofMegabytes(1), 4096, 1, 1024, 256, 1);
  private final ModelBundle bundle =
      BundleReader.readFromClassPath("maneuver-lstm-daily").description();
  private byte[] body = new byte[0];
  private int jsonBytes;

  @Setup
  public void write() {
    int channels = bundle.features().channels().size();
    int numbers = WINDOWS * DAYS * channels;
    Random random = new Random(1);
    ByteBuffer data = ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder text = new StringBuilder("\"data\":[");
    for (int i = 0; i < numbers; i++) {
      float number = (float) random.nextGaussian();
      data.putFloat(number);
      text.append(i == 0 ? "" : ",").append(number);
    }
    boolean binary = form.equals("binary");
    String content =
        binary ? "\"parameters\":{\"binary_data_size\":" + data.capacity() + "}" : text + "]";
    byte[] json =
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":[%d,%d,%d],%s}]}"
            .formatted(WINDOWS, DAYS, channels, content)
            .getBytes(StandardCharsets.UTF_8);
    jsonBytes = json.length;
    body =
        binary
            ? ByteBuffer.allocate(json.length + data.capacity()).put(json).put(data.array()).array()
            : json;
  }

  @Benchmark
  @OperationsPerInvocation(WINDOWS)
  public Object read() throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(body);
    request.addHeader(InferenceBody.HEADER, jsonBytes);
    InferenceBody own = InferenceBody.of(request, limits.body().toBytes());
    InferenceRequest asked =
        own.read(new InferenceRequestReader(new ModelTensors(bundle), Integer.MAX_VALUE / 2));
    return new TensorWindows(bundle, limits).read(asked, own);
  }
}

package space.maneuver.web.predictions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import space.maneuver.Application;
import space.maneuver.model.bundle.BundleReader;

/** A whole request of 256 windows: connection, body, network, answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
public class JsonRequestBenchmark {

  private static final String MODEL = "maneuver-lstm-daily";

  @Param({JsonBodies.OWN, JsonBodies.JACKSON})
  public String parser = JsonBodies.OWN;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext service =
      SpringApplication.run(
          Application.class, "--server.port=0", "--logging.level.space.maneuver.access=ERROR");
  private HttpRequest request = request();

  @Setup
  public void prepare() {
    request = request();
  }

  private HttpRequest request() {
    int channels = BundleReader.readFromClassPath(MODEL).description().features().channels().size();
    String port = service.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/api/v1/predictions?model=" + MODEL))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JsonBodies.of(channels, parser)))
        .build();
  }

  @TearDown
  public void stop() {
    service.close();
  }

  @Benchmark
  public HttpResponse<byte[]> answer() throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the answer has status " + response.statusCode());
    }
    return response;
  }
}

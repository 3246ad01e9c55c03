package space.maneuver.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Traces are sent to a collector if tracing is on; {@link OperationsTest} runs with tracing off.
 */
// Otherwise its exporter would keep running in later tests, without a collector.
@DirtiesContext
@HttpTest
class TracingTest {

  private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();
  private static final HttpServer COLLECTOR = collector();

  @Autowired private RestTestClient client;
  @Autowired private ObjectProvider<Tracer> tracer;

  private static HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            SENT.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("maneuver.tracing.enabled", () -> "true");
    settings.add("management.tracing.sampling.probability", () -> "1");
    settings.add("management.opentelemetry.tracing.export.schedule-delay", () -> "50ms");
    settings.add(
        "management.opentelemetry.tracing.export.otlp.endpoint",
        () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
  }

  @AfterAll
  static void stop() {
    COLLECTOR.stop(0);
  }

  @Test
  void requestAndItsStagesAreSentAsSpansOfTheCallersTrace() throws InterruptedException {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    assertThat(tracer.getIfAvailable()).isNotNull();

    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .body(request(window("a", 30)))
        .exchange()
        .expectStatus()
        .isOk();

    StringBuilder sent = new StringBuilder();
    while (!sent.toString().contains("http post /api/v1/predictions")) {
      String more = SENT.poll(2, TimeUnit.MINUTES);
      assertThat(more).as("spans sent after %s", sent).isNotNull();
      sent.append(more);
    }
    assertThat(sent.toString())
        .contains("maneuver-detection", "parse", "predict", "write", bytes(trace));
  }

  private static String bytes(String hexadecimal) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < hexadecimal.length(); i += 2) {
      bytes.append((char) Integer.parseInt(hexadecimal.substring(i, i + 2), 16));
    }
    return bytes.toString();
  }
}

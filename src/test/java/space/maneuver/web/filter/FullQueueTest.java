package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/** One caller's stream keeps a short queue full, window after window on one thread. */
@HttpTest
@TestPropertySource(
    properties = {
      "maneuver.inference.threads=1",
      "maneuver.inference.batch=1",
      "maneuver.inference.queue=8"
    })
class FullQueueTest {

  private static final int LINES = 12_000;
  private static final int REFUSED_WITHIN = 200;

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void anotherIsRefusedBeforeItsBodyIsReadAndTheStreamLosesNothing() {
    CompletableFuture<HttpResponse<String>> stream =
        HttpClient.newHttpClient().sendAsync(stream(), BodyHandlers.ofString());

    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(statusOfHalfSent()).startsWith("HTTP/1.1 503"));
    assertThat(stream).isNotDone();
    client
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectBody(String.class)
        .value(
            text ->
                assertThat(String.valueOf(text))
                    .containsPattern("maneuver_rejected_requests_total.*queue-full.* [1-9]"));

    HttpResponse<String> answer = stream.join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().filter(line -> line.contains("\"probability\"")))
        .hasSize(LINES);
  }

  private HttpRequest stream() {
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:" + port + "/api/v1/predictions?model=maneuver-lstm-daily"))
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofString((HalfSentRequest.WINDOW + "\n").repeat(LINES)))
        .build();
  }

  private String statusOfHalfSent() throws IOException {
    try (HalfSentRequest request = new HalfSentRequest(port)) {
      return request.status(REFUSED_WITHIN);
    }
  }
}

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.inference.HeldBatches;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.web.HttpTest;
import space.maneuver.web.config.HeldInference;

/** A stream and requests keep a short queue full while the network is held. */
@HttpTest
@Import(HeldInference.class)
@TestPropertySource(
    properties = {
      "maneuver.inference.threads=1",
      "maneuver.inference.batch=1",
      "maneuver.inference.queue=8",
      "maneuver.inference.timeout=1h",
      "maneuver.inference.longest-timeout=1h",
      "server.tomcat.connection-timeout=1h"
    })
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullQueueTest {

  private static final int LINES = 300;
  private static final int QUEUE = 8;

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private RestTestClient client;
  @Autowired private HeldBatches held;
  @Autowired private InferenceThreads threads;
  @LocalServerPort private int port;

  @AfterEach
  void release() {
    held.release();
  }

  @Test
  void requestIsRefusedBeforeItsBodyIsReadAndTheStreamLosesNothing() throws Exception {
    held.hold();
    CompletableFuture<HttpResponse<String>> stream =
        send("application/x-ndjson", (HalfSentRequest.WINDOW + "\n").repeat(LINES));
    held.awaitTaken();
    List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
    for (int i = 0; i <= QUEUE; i++) {
      others.add(send());
    }
    // Every admitted request is still waiting, so at least one found the queue full.
    CompletableFuture.anyOf(others.toArray(CompletableFuture[]::new)).join();

    assertThat(statusOfHalfSent()).startsWith("HTTP/1.1 503");
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

    held.release();
    assertThat(stream.join().statusCode()).isEqualTo(200);
    assertThat(stream.join().body().lines().filter(line -> line.contains("\"probability\"")))
        .hasSize(LINES);
    assertThat(
            others.stream().map(CompletableFuture::join).filter(each -> each.statusCode() != 200))
        .isNotEmpty()
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(503);
              assertThat(refused.headers().firstValue("Retry-After").orElse(""))
                  .matches("[1-9]\\d*");
            });
  }

  @Test
  void slowQueueRefusesWithRetryAfter() throws Exception {
    held.hold();
    CompletableFuture<HttpResponse<String>> first = send();
    held.awaitTaken();
    held.advance(Duration.ofSeconds(9));
    held.release();
    assertThat(first.join().statusCode()).isEqualTo(200);
    held.hold();
    CompletableFuture<HttpResponse<String>> running = send();
    held.awaitTaken();
    CompletableFuture<HttpResponse<String>> waiting = send();
    await().atMost(Duration.ofMinutes(2)).until(() -> threads.waiting() == 1);

    HttpResponse<String> refused = send().join();

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("9");
    assertThat(refused.body())
        .contains(
            "\"code\":\"overloaded\"",
            "1 window is in the queue, and the expected wait of 9000 ms exceeds");
    held.release();
    assertThat(running.join().statusCode()).isEqualTo(200);
    assertThat(waiting.join().statusCode()).isEqualTo(200);
  }

  private CompletableFuture<HttpResponse<String>> send() {
    return send("application/json", "{\"windows\":[" + HalfSentRequest.WINDOW + "]}");
  }

  private CompletableFuture<HttpResponse<String>> send(String type, String body) {
    return http.sendAsync(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + port + "/api/v1/predictions?model=maneuver-lstm-daily"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private String statusOfHalfSent() throws IOException {
    try (HalfSentRequest request = new HalfSentRequest(port)) {
      return request.status();
    }
  }
}

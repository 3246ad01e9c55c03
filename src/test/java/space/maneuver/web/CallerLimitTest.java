package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import space.maneuver.inference.HeldBatches;
import space.maneuver.web.config.HeldInference;

/** Two callers, with one key each, may have two windows in flight. */
@HttpTest
@Import(HeldInference.class)
@TestPropertySource(
    properties = {
      "maneuver.security.api-key=one,other",
      "maneuver.inference.threads=1",
      "maneuver.inference.caller-windows=2",
      "maneuver.inference.timeout=1h",
      "maneuver.inference.longest-timeout=1h",
      "maneuver.inference.longest-wait=1h"
    })
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CallerLimitTest {

  private static final String WINDOW = window("a", 30);

  private final HttpClient client = HttpClient.newHttpClient();

  @Autowired private HeldBatches held;
  @LocalServerPort private int port;

  @AfterEach
  void release() {
    held.release();
  }

  @Test
  void keyAtItsLimitGets429UntilItsWindowsAreDoneAndTheOtherIsAdmitted() throws Exception {
    held.hold();
    CompletableFuture<HttpResponse<String>> first = send("one", request(WINDOW, WINDOW));
    held.awaitTaken();

    HttpResponse<String> refused = send("one", request(WINDOW)).join();
    HttpResponse<String> refusedLine = send("one", WINDOW, MediaType.APPLICATION_NDJSON).join();
    CompletableFuture<HttpResponse<String>> others = send("other", request(WINDOW, WINDOW));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValue(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
    assertThat(refused.body())
        .contains(
            "\"code\":\"too-many-in-flight\"",
            "This caller has 2 windows in flight; at most 2 are allowed.");
    assertThat(refusedLine.statusCode()).isEqualTo(429);

    held.release();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(others.join().statusCode()).isEqualTo(200);
    assertThat(send("one", request(WINDOW, WINDOW)).join().statusCode()).isEqualTo(200);
  }

  @Test
  void singleRequestMayExceedTheLimit() {
    assertThat(send("one", request(WINDOW, WINDOW, WINDOW, WINDOW)).join().statusCode())
        .isEqualTo(200);
  }

  private CompletableFuture<HttpResponse<String>> send(String key, String body) {
    return send(key, body, MediaType.APPLICATION_JSON);
  }

  private CompletableFuture<HttpResponse<String>> send(String key, String body, MediaType type) {
    return client.sendAsync(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + port + "/api/v1/predictions?model=maneuver-lstm-daily"))
            .header("X-API-Key", key)
            .header("Content-Type", type.toString())
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}

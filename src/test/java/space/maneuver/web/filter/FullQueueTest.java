package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
  private static final String LINE =
      "{\"days\":30,\"features\":["
          + String.join(",", Collections.nCopies(30, "[1,2,3,4,5,6,7,0]"))
          + "]}\n";

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
        .POST(BodyPublishers.ofString(LINE.repeat(LINES)))
        .build();
  }

  /** First line of the reply to a request that has promised more than it sent. */
  private String statusOfHalfSent() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(200);
      String head =
          "POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine());
    }
  }
}

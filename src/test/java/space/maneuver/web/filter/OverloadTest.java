package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(
    properties = {"server.tomcat.threads.max=8", "server.tomcat.connection-timeout=1h"})
class OverloadTest {

  private static final int ROOM = 7;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PREDICTIONS = "/api/v1/predictions?model=maneuver-lstm-daily";
  private static final String BODY = "{\"windows\":[" + HalfSentRequest.WINDOW + "]}";

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void requestIsRefusedWhileAllSlotsAreBusyAndHealthStillAnswers() throws IOException {
    List<HalfSentRequest> slow = new ArrayList<>();
    try {
      for (int i = 0; i < ROOM; i++) {
        slow.add(new HalfSentRequest(port));
      }
      await().atMost(PATIENCE).untilAsserted(() -> post(PREDICTIONS).expectStatus().isEqualTo(503));

      post(PREDICTIONS)
          .expectHeader()
          .valueEquals("Retry-After", "1")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("overloaded")
          .jsonPath("$.detail")
          .isEqualTo("All 7 request slots are busy.");
      post("/v2/models/maneuver-lstm/infer").expectStatus().isEqualTo(503);
      client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
      client
          .get()
          .uri("/actuator/prometheus")
          .exchange()
          .expectBody(String.class)
          .value(
              text ->
                  assertThat(String.valueOf(text))
                      .containsPattern(
                          "maneuver_rejected_requests_total.*threads-busy.* ([3-9]|[1-9]\\d)"));
    } finally {
      for (HalfSentRequest each : slow) {
        each.close();
      }
    }
    await().atMost(PATIENCE).untilAsserted(() -> post(PREDICTIONS).expectStatus().isOk());
  }

  private RestTestClient.ResponseSpec post(String path) {
    return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(BODY).exchange();
  }
}

package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(properties = "server.tomcat.threads.max=8")
class OverloadTest {

  private static final int ROOM = 7;
  private static final String PREDICTIONS = "/api/v1/predictions?model=maneuver-lstm-daily";
  private static final String BODY =
      "{\"windows\":[{\"days\":30,\"features\":["
          + String.join(",", Collections.nCopies(30, "[1,2,3,4,5,6,7,0]"))
          + "]}]}";

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void whatComesWhileAllOthersAreAtWorkIsRefusedAtOnceAndTheHealthIsStillTold() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < ROOM; i++) {
        slow.add(halfSent());
      }
      await().untilAsserted(() -> post(PREDICTIONS).expectStatus().isEqualTo(503));

      post(PREDICTIONS)
          .expectHeader()
          .valueEquals("Retry-After", "1")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("overloaded")
          .jsonPath("$.detail")
          .isEqualTo("7 requests are being worked on already, which is as many as may be.");
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
                      .containsPattern("maneuver_rejected_requests_total.*threads-busy.* [3-9]"));
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
    await().untilAsserted(() -> post(PREDICTIONS).expectStatus().isOk());
  }

  private Socket halfSent() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String head =
        "POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private RestTestClient.ResponseSpec post(String path) {
    return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(BODY).exchange();
  }
}

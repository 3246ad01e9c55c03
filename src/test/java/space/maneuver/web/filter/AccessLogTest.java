package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import space.maneuver.web.security.SecurityProperties;

@HttpTest
@TestPropertySource(
    properties = {"maneuver.security.api-key=other,sesame", "maneuver.limits.body=4KB"})
class AccessLogTest {

  private static final Logger ACCESS = (Logger) LoggerFactory.getLogger(AccessLogValve.LOGGER);

  private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          logged.add(event);
        }
      };

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @BeforeEach
  void listen() {
    appender.start();
    ACCESS.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    ACCESS.detachAppender(appender);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/models, sesame, 0, 200, INFO, 0, key 1",
    "POST, /api/v1/predictions, sesame, 100, 422, WARN, 100, key 1",
    "POST, /api/v1/predictions, sesame, 5000, 413, WARN, 0, key 1",
    "POST, /api/v1/predictions, wrong-secret, 100, 401, WARN, 0, -",
    "DELETE, /api/v1/models, sesame, 0, 405, WARN, 0, key 1",
    "GET, /nowhere, sesame, 0, 404, WARN, 0, key 1"
  })
  void requestIsLoggedOnceAnswered(
      String method,
      String path,
      String key,
      int bytes,
      int status,
      String level,
      int read,
      String caller) {
    byte[] answer =
        client
            .method(HttpMethod.valueOf(method))
            .uri(path)
            .header(SecurityProperties.API_KEY_HEADER, key)
            .header(RequestIdValve.HEADER, "mine-1")
            .contentType(MediaType.APPLICATION_JSON)
            .body(("{" + " ".repeat(Math.max(0, bytes - 2)) + "}").substring(bytes == 0 ? 2 : 0))
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();

    ILoggingEvent line = onlyLine();
    assertThat(line.getLevel()).isEqualTo(Level.toLevel(level));
    assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "mine-1");
    assertThat(line.getFormattedMessage())
        .matches(
            "%s %s %d in [0-9.]+ ms, %d bytes read, %d sent, from 127[.]0[.]0[.]1, %s"
                .formatted(method, path, status, read, answer == null ? 0 : answer.length, caller))
        .doesNotContain("sesame", "secret");
    assertThat(line.getKeyValuePairs().stream().map(pair -> pair.key))
        .containsExactly(
            "method", "path", "status", "millis", "bytesRead", "bytesSent", "from", "caller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/\u001b[31m HTTP/1.1",
        "GET /api/\r2026 INFO forged HTTP/1.1",
        "GET /api/%0d%0aforged HTTP/1.1",
        "GET /api/%zz HTTP/1.1",
        "GE\u0001T /api HTTP/1.1"
      })
  @Timeout(30)
  void malformedRequestIsLoggedWithoutForgingALine(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: a\r\nConnection: close\r\nX-Request-Id: a\u001b[0m\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }

    ILoggingEvent line = onlyLine();
    assertThat(line.getFormattedMessage()).matches("[ -~]+ 40[0-9] in [ -~]+");
    assertThat(line.getMDCPropertyMap().get("requestId")).matches("[0-9a-f-]+");
  }

  @Test
  void pathsAreTruncated() {
    client.get().uri("/" + "a".repeat(4000)).exchange();

    assertThat(onlyLine().getFormattedMessage()).hasSizeLessThan(400);
  }

  @Test
  void healthIsNotLogged() {
    client.get().uri("/actuator/health").exchange().expectStatus().isOk();
    client.get().uri("/v2/health/ready").exchange().expectStatus().isOk();
    client.get().uri("/nowhere").exchange().expectStatus().isUnauthorized();

    assertThat(onlyLine().getFormattedMessage()).startsWith("GET /nowhere 401");
  }

  private ILoggingEvent onlyLine() {
    await().until(() -> !logged.isEmpty());
    assertThat(List.copyOf(logged)).hasSize(1);
    return logged.element();
  }
}

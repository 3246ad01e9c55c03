package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(properties = "management.server.port=0")
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class ManagementPortTest {

  @LocalManagementPort private int port;

  @Test
  void requestsAreLoggedThereTooExceptHealth(CapturedOutput output) throws IOException {
    assertThat(get("/actuator/health", "")).startsWith("HTTP/1.1 200");
    assertThat(get("/nowhere", "X-Request-Id: lost-1\r\n"))
        .startsWith("HTTP/1.1 404")
        .contains("\"requestId\":\"lost-1\"");

    await().until(() -> output.getAll().contains("GET /nowhere 404"));
    assertThat(output.getAll()).contains("[lost-1] ").doesNotContain("GET /actuator/health");
  }

  @Test
  void requestRefusedByTomcatThereIsAProblem() throws IOException {
    assertThat(get("/actuator/health", "Transfer-Encoding: new\r\n"))
        .startsWith("HTTP/1.1 501")
        .contains("application/problem+json");
  }

  private String get(String path, String headers) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package space.maneuver.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;
import space.maneuver.testing.SimulatedTles;

/**
 * What is asked before the signal to stop is answered after it. Skipped where there is no Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
class StopContainerIT {

  private static final int GRACE_SECONDS = 40;

  @Test
  void answersTheRequestInFlightBeforeItStops() throws Exception {
    byte[] body = SimulatedTles.days200().getBytes(US_ASCII);
    int half = body.length / 2;
    try (GenericContainer<?> service =
        BuiltImage.container()
            // Else the start of the shutdown would not be told.
            .withEnv("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BOOT", "INFO")
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080))) {
      service.start();
      try (Socket socket = new Socket(service.getHost(), service.getMappedPort(8080))) {
        socket.setSoTimeout(GRACE_SECONDS * 1000);
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /api/v1/detections HTTP/1.1\r\nHost: service\r\nContent-Type: text/plain\r\n"
                    + "Connection: close\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(body, 0, half);
        out.flush();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(service));
        while (!service.getLogs().contains("graceful shutdown")) {
          assertThat(stopped).as(service.getLogs()).isNotDone();
          Thread.sleep(100);
        }
        out.write(body, half, body.length - half);
        out.flush();

        String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"maneuvers\":[{");
        stopped.join();
      }
      // 128 and the number of the signal: it ended by itself, and was not killed.
      assertThat(
              service
                  .getDockerClient()
                  .inspectContainerCmd(service.getContainerId())
                  .exec()
                  .getState()
                  .getExitCodeLong())
          .isEqualTo(143);
    }
  }

  private static void stop(GenericContainer<?> service) {
    service
        .getDockerClient()
        .stopContainerCmd(service.getContainerId())
        .withTimeout(GRACE_SECONDS)
        .exec();
  }
}

package space.maneuver.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Properties of the service that can be observed only from outside its process. */
class ServerProcessTest {

  @Test
  void readinessFailsBeforeRequestsAreRefused(@TempDir Path directory) throws IOException {
    try (ServerProcess server =
        ServerProcess.start(directory, List.of(), List.of("--maneuver.shutdown.pause=1h"))) {
      server.stop();
      while (server.get("/actuator/health/readiness").statusCode() == 200) {
        Thread.onSpinWait();
      }

      assertThat(server.get("/actuator/health/readiness").body()).contains("OUT_OF_SERVICE");
      assertThat(server.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(server.get("/api/v1/models").statusCode()).isEqualTo(200);
      server.kill();
    }
  }

  @Test
  void processExitsAfterSigterm(@TempDir Path directory) throws IOException {
    try (ServerProcess server = ServerProcess.start(directory, List.of(), List.of())) {
      server.stop();

      assertThat(server.awaitEnd()).isTrue();
    }
  }

  @Test
  void logIsJsonWithTheRequestId(@TempDir Path directory) throws IOException {
    try (ServerProcess server =
        ServerProcess.start(
            directory,
            List.of(),
            List.of(
                "--logging.structured.format.console=ecs",
                "--logging.level.org.springframework.web.servlet=DEBUG"))) {
      HttpResponse<String> reply = server.get("/api/v1/models");
      String id = reply.headers().firstValue("X-Request-Id").orElseThrow();

      List<JsonNode> log = server.log().stream().map(JsonMapper.shared()::readTree).toList();

      assertThat(log)
          .anySatisfy(
              line -> {
                assertThat(line.path("message").asString()).contains("GET \"/api/v1/models\"");
                assertThat(line.path("requestId").asString()).isEqualTo(id);
                assertThat(line.path("log").path("level").asString()).isEqualTo("DEBUG");
              });
    }
  }
}

package space.maneuver.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proofs of {@code bench}, fewer times, against the service in a process of its own. */
class ProofsTest {

  private static final String ANSWERED = "requests answered";

  @Test
  void noRequestIsLostOrWrongWhileAModelIsReplaced(@TempDir Path directory) throws IOException {
    List<BenchRow> rows = new ReloadProof(5).run(directory, step -> {});

    assertThat(rows).noneMatch(BenchRow::missed);
    assertThat(value(rows, ANSWERED)).isGreaterThan(100);
    assertThat(value(rows, "networks in memory at the end")).isEqualTo(3);
  }

  @Test
  void noAcceptedRequestIsLostWhenTheServiceIsToldToStop(@TempDir Path directory)
      throws IOException {
    List<BenchRow> rows = new StopProof(2).run(directory, step -> {});

    assertThat(rows).noneMatch(BenchRow::missed);
    assertThat(value(rows, ANSWERED)).isGreaterThan(100);
  }

  @Test
  void readinessSaysNoBeforeRequestsAreRefused(@TempDir Path directory) throws IOException {
    try (ServerProcess server =
        ServerProcess.start(directory, List.of(), List.of("--maneuver.shutdown.pause=5s"))) {
      server.stop();
      while (server.get("/actuator/health/readiness").statusCode() == 200) {
        Thread.onSpinWait();
      }

      assertThat(server.get("/actuator/health/readiness").body()).contains("OUT_OF_SERVICE");
      assertThat(server.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(server.get("/api/v1/models").statusCode()).isEqualTo(200);
      assertThat(server.awaitEnd()).isTrue();
    }
  }

  private static double value(List<BenchRow> rows, String name) {
    return rows.stream()
        .filter(row -> Objects.equals(row.name(), name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}

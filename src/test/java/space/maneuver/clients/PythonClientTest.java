package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class PythonClientTest {

  private static final Path CLIENT = Path.of("target/clients/python").toAbsolutePath();
  private static final Path SCRIPT =
      Path.of("src/test/resources/clients/summary.py").toAbsolutePath();

  @TempDir private Path directory;
  @LocalServerPort private int port;

  @Test
  void pythonClientGetsTheSameResponsesFromEveryEndpoint() throws Exception {
    Program python = new Program(directory, Map.of("PYTHONPATH", CLIENT.toString()));
    python.require(
        "there is no python3 with urllib3, pydantic and python-dateutil",
        "python3",
        "-c",
        "import sys, urllib3, pydantic, dateutil; sys.exit(sys.version_info < (3, 10))");
    Path history = Files.writeString(directory.resolve("history.tle"), Service.HISTORY);
    Service service = Service.on(port);

    String printed = python.output("python3", SCRIPT.toString(), service.uri(), history.toString());

    assertThat(new JsonMapper().readValue(printed, ClientSummary.class))
        .isEqualTo(service.summary())
        .satisfies(summary -> assertThat(summary.maneuvers()).isNotEmpty())
        .satisfies(summary -> assertThat(summary.probabilities()).isNotEmpty());
  }
}

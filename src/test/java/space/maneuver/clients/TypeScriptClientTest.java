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
class TypeScriptClientTest {

  private static final Path CLIENT = Path.of("target/clients/typescript").toAbsolutePath();
  private static final Path SCRIPT = Path.of("src/test/resources/clients/summary.ts");

  @TempDir private Path directory;
  @LocalServerPort private int port;

  @Test
  void typeScriptClientGetsTheSameResponsesFromEveryEndpoint() throws Exception {
    Program shell = new Program(directory, Map.of());
    shell.require(
        "there is no Node with fetch",
        "node",
        "-e",
        "process.exit(typeof fetch === 'function' ? 0 : 1)");
    shell.require("there is no TypeScript compiler", "tsc", "--version");
    Service service = Service.on(port);

    shell.output("tsc", "--strict", "-p", CLIENT.toString());
    install();
    shell.output("tsc", "--strict", "--target", "es2022", "--module", "nodenext", "summary.ts");
    String printed = shell.output("node", "summary.js", service.uri(), Service.HISTORY);

    assertThat(new JsonMapper().readValue(printed, ClientSummary.class))
        .isEqualTo(service.summary())
        .satisfies(summary -> assertThat(summary.maneuvers()).isNotEmpty())
        .satisfies(summary -> assertThat(summary.probabilities()).isNotEmpty());
  }

  /** Installs the package as npm does from a directory. */
  private void install() throws Exception {
    Path modules = Files.createDirectory(directory.resolve("node_modules"));
    Files.createSymbolicLink(modules.resolve("maneuver-detection"), CLIENT);
    Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
    Files.copy(SCRIPT, directory.resolve("summary.ts"));
  }
}

package space.maneuver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.testing.SimulatedTles;

/**
 * Lists the types of the project that the first {@code /detections} and the first {@code
 * /predictions} of a fresh service load, nested types with the one that they are nested in: {@code
 * mvn test -Dtest=RequestTypesTest -Drequest.types}.
 */
@Tag("tool")
@EnabledIfSystemProperty(
    named = "request.types",
    matches = ".*",
    disabledReason = "a tool: -Drequest.types lists the types that one request loads")
class RequestTypesTest {

  private static final Pattern TYPE =
      Pattern.compile("\\bspace\\.maneuver\\.([A-Za-z0-9_.]+)(?:\\$[A-Za-z0-9_$]*)? source:");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void detections(@TempDir Path directory) throws Exception {
    try (Service service = new Service(directory)) {
      service.list("/api/v1/detections", "text/plain", SimulatedTles.year());
    }
  }

  @Test
  void predictions(@TempDir Path directory) throws Exception {
    String windows;
    try (Service service = new Service(Files.createDirectory(directory.resolve("features")))) {
      windows =
          service.post(
              "/api/v1/features?days=30&strideDays=400", "text/plain", SimulatedTles.year());
    }
    try (Service service = new Service(Files.createDirectory(directory.resolve("predictions")))) {
      service.list("/api/v1/predictions", "application/json", windows);
    }
  }

  private final class Service implements AutoCloseable {

    private final Path log;
    private final ServerProcess process;

    Service(Path directory) throws IOException {
      log = directory.resolve("types.log");
      process = ServerProcess.start(directory, List.of("-Xlog:class+load:file=" + log), List.of());
    }

    void list(String path, String type, String body) throws IOException, InterruptedException {
      SortedSet<String> before = loaded();
      post(path, type, body);
      SortedSet<String> types = loaded();
      types.removeAll(before);
      assertThat(types).isNotEmpty();
      System.out.printf("%s loads %d types:%n", path, types.size());
      types.forEach(each -> System.out.println("  " + each));
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + process.address().getPort() + path))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    }

    private SortedSet<String> loaded() throws IOException {
      SortedSet<String> types = new TreeSet<>();
      for (String line : Files.readAllLines(log)) {
        Matcher type = TYPE.matcher(line);
        if (type.find()) {
          types.add(type.group(1));
        }
      }
      return types;
    }

    @Override
    public void close() {
      process.close();
    }
  }
}

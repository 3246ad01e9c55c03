package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.KeptElementSet;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;

/** What is sent goes to a server that answers as it is told; ElementSetsTest has the real one. */
class IngestCommandTest {

  private final Path store;
  private final Path file;
  private final HttpServer server;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

  IngestCommandTest(@TempDir Path directory) throws IOException {
    store = directory.resolve("store");
    file = Files.writeString(directory.resolve("year.tle"), SimulatedTles.year());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/api/v1/element-sets", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void storesWithTheDigitsThatWerePublished() {
    CommandRun run = CommandRun.of("ingest", file, "--store-directory", store);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .matches("(?s).*373 element sets of 1 object: 373 stored, 0 known before\\s.*");
    assertThat(stored()).isEqualTo(PublishedTexts.read(SimulatedTles.year()));
  }

  @Test
  void storingAgainChangesNothing() {
    CommandRun.of("ingest", file, "--store-directory", store);

    CommandRun run = CommandRun.of("ingest", file, file, "--store-directory", store);

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("0 stored, 746 known before");
    assertThat(stored()).hasSize(373);
  }

  @Test
  void unusableFilesAreNamedAndTheOthersStored() throws IOException {
    Path broken = Files.writeString(file.resolveSibling("broken.tle"), "neither\nnor\n");

    CommandRun run = CommandRun.of("ingest", broken, file, "--store-directory", store);

    assertThat(run.status()).isOne();
    assertThat(run.err()).contains("broken.tle", "line 1");
    assertThat(stored()).hasSize(373);
  }

  @Test
  void embeddedStoreThatAServiceUsesIsOneLine() {
    try (Catalogue running = Catalogue.open(StoreSettings.embedded(store))) {
      CommandRun run = CommandRun.of("ingest", file, "--store-directory", store);

      assertThat(run.status()).isOne();
      assertThat(run.err().strip().lines())
          .singleElement()
          .asString()
          .contains("in use by another process");
      assertThat(running.object(80_000)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"--url, ftp://localhost/", "--store-url, jdbc:h2:mem:x"})
  void addressOfAnotherKindIsAUsageError(String option, String address) {
    CommandRun run = CommandRun.of("ingest", file, option, address);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(option, address);
  }

  @Test
  void sendsToAServiceAgainWhileItIsUnavailable() {
    answer(503, "{}");
    answer(200, "{\"accepted\":360,\"duplicates\":5,\"objects\":1,\"rejected\":[]}");

    CommandRun run = CommandRun.of("ingest", file, "--url", address(), "--api-key", "secret");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("360 stored, 5 known before");
    assertThat(keys).containsExactly("secret", "secret");
    assertThat(bodies).hasSize(2);
    assertThat(PublishedTexts.read(bodies.get(1)))
        .isEqualTo(PublishedTexts.read(SimulatedTles.year()));
  }

  @Test
  void refusalOfAServiceIsOneLine() {
    answer(403, "{\"detail\":\"The role write is needed.\"}");

    CommandRun run = CommandRun.of("ingest", file, "--url", address());

    assertThat(run.status()).isOne();
    assertThat(run.err().strip().lines())
        .singleElement()
        .asString()
        .contains("403", "The role write is needed.");
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void answer(int status, String body) {
    answers.add(new Answer(status, body));
  }

  private void handle(HttpExchange exchange) throws IOException {
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-API-Key")));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Answer answer = answers.remove();
    byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "0");
    exchange.sendResponseHeaders(answer.status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Answer(int status, String body) {}

  private List<PublishedElementSet> stored() {
    try (Catalogue catalogue = Catalogue.open(StoreSettings.embedded(store))) {
      return catalogue.elementSets(80_000, Instant.MIN, Instant.MAX, 1_000).stream()
          .map(KeptElementSet::published)
          .toList();
    }
  }
}

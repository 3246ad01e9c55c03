package space.maneuver.web.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.command.CommandRun;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What analysts tell a service makes a model, which the same service then serves. */
@HttpTest
class ReviewedTrainingTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir private static Path directory = Path.of("");

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry settings) throws IOException {
    Path models = Files.createDirectories(directory.resolve("models"));
    settings.add("maneuver.models.directory", () -> models);
  }

  @Test
  void verdictsMakeAModelThatIsServed() throws Exception {
    String history = SimulatedTles.days200();
    int object = PublishedTexts.read(history).get(0).noradId();
    post("/api/v1/element-sets", MediaType.TEXT_PLAIN, history);
    await(() -> !get("/api/v1/objects/" + object).get("searchedThrough").isNull());
    JsonNode maneuvers = get("/api/v1/maneuvers?sort=epoch").get("maneuvers");
    assertThat(maneuvers).hasSizeGreaterThan(2);
    judge(maneuvers.get(0), "burn");
    judge(maneuvers.get(1), "no-burn");
    judge(maneuvers.get(2), "unsure");

    Path labels = directory.resolve("labels");
    CommandRun written =
        CommandRun.of("labels", "--output", labels, "--url", "http://localhost:" + port);

    assertThat(written.status()).as(written.err()).isZero();
    assertThat(written.out()).contains("on 1 object: 1 burn, 1 no-burn, 0 quiet, 1 unsure");
    LabelledHistory labelled = LabelledHistory.readAll(labels, rejected -> {}).get(0);
    assertThat(labelled.burns())
        .extracting(burn -> burn.start())
        .containsExactly(Instant.parse(maneuvers.get(0).get("earliest").asString()));
    assertThat(labelled.reviewed()).hasSize(2);

    CommandRun trained =
        CommandRun.of(
            "train",
            "--quick",
            "--from",
            "maneuver-lstm",
            "--data",
            labels,
            "--output",
            directory.resolve("models").resolve("own"));

    assertThat(trained.status()).as(trained.err()).isZero();
    await(() -> names(get("/api/v1/models")).contains("own"));
    JsonNode detected =
        MAPPER.readTree(post("/api/v1/detections?model=own", MediaType.TEXT_PLAIN, history));
    assertThat(detected.at("/model/name").asString()).isEqualTo("own");
    assertThat(detected.at("/objects/0/windows")).isNotEmpty();
  }

  private void judge(JsonNode maneuver, String verdict) {
    client
        .put()
        .uri("/api/v1/maneuvers/" + maneuver.get("id").asLong() + "/review")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"verdict\":\"" + verdict + "\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static List<String> names(JsonNode models) {
    return models.get("models").valueStream().map(each -> each.get("name").asString()).toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("it takes too long").isBefore(end);
      Thread.sleep(100);
    }
  }

  private JsonNode get(String path) {
    return MAPPER.readTree(
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody());
  }

  private byte[] post(String path, MediaType type, String body) {
    return Objects.requireNonNull(
        client
            .post()
            .uri(path)
            .contentType(type)
            .body(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody());
  }
}

package space.maneuver.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The maneuvers that the running service finds in what it is sent, and what it tells of them. */
@HttpTest
@TestPropertySource(properties = "maneuver.catalogue.streams=2")
class ManeuversTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String MANEUVERS = "/api/v1/maneuvers";
  private static final String CHANGES = "/api/v1/changes";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String history = SimulatedTles.days200();
  private final int object = PublishedTexts.read(history).get(0).noradId();

  @BeforeEach
  void searchTheHistory() throws Exception {
    post(history);
    awaitSearch();
  }

  @Test
  void maneuversAreThoseOfDetections() {
    JsonNode detected =
        MAPPER.readTree(
            client
                .post()
                .uri("/api/v1/detections?windows=false")
                .contentType(MediaType.TEXT_PLAIN)
                .body(history)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());

    List<String> expected = new ArrayList<>();
    detected.at("/objects/0/maneuvers").forEach(each -> expected.add(figures(each)));
    List<String> kept = new ArrayList<>();
    get(MANEUVERS + "?sort=epoch&minConfidence=0.5&noradId=" + object)
        .get("maneuvers")
        .forEach(each -> kept.add(figures(each)));
    assertThat(expected).hasSizeGreaterThan(2);
    assertThat(kept).isEqualTo(expected);
  }

  private static String figures(JsonNode maneuver) {
    return maneuver.get("epoch").asString()
        + maneuver.get("status").asString()
        + maneuver.get("confidence").asDouble()
        + maneuver.get("deltaV");
  }

  @Test
  void objectSaysWhatTheSearchFound() {
    JsonNode described = get("/api/v1/objects/" + object);
    JsonNode newest = get(MANEUVERS + "?limit=1").at("/maneuvers/0");

    assertThat(described.get("searchedThrough")).isEqualTo(described.get("lastEpoch"));
    assertThat(described.get("lastManeuver")).isEqualTo(newest.get("epoch"));
    assertThat(described.get("probability30Days").isNumber()).isTrue();
  }

  @Test
  void seriesAreThoseOfDetections() {
    JsonNode detected =
        MAPPER
            .readTree(
                client
                    .post()
                    .uri("/api/v1/detections?series=true")
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(history)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody())
            .at("/objects/0");

    JsonNode kept = get("/api/v1/objects/" + object + "/series?from=2000-01-01T00:00:00Z");

    assertThat(kept.at("/series/epoch")).isEqualTo(detected.at("/series/epoch")).isNotEmpty();
    assertThat(kept.at("/series/gapProbability").size())
        .isEqualTo(detected.at("/series/gapProbability").size());
    assertThat(kept.get("windows")).hasSameSizeAs(detected.get("windows"));
    assertThat(kept.has("error")).isFalse();
  }

  @Test
  void seriesOfAnEmptyRangeSaySo() {
    JsonNode kept = get("/api/v1/objects/" + object + "/series?from=2090-01-01T00:00:00Z");

    assertThat(kept.get("series").isNull()).isTrue();
    assertThat(kept.at("/error/code").asString()).isEqualTo("too-few-element-sets");
  }

  @ParameterizedTest
  @CsvSource({
    "99999/series, 404, unknown-object",
    "80000/series?from=yesterday, 400, invalid-parameter"
  })
  void seriesOfNothingAreRefused(String path, int status, String code) {
    client
        .get()
        .uri("/api/v1/objects/" + path)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void pagesHaveEveryManeuverOnce() {
    JsonNode all = get(MANEUVERS + "?sort=epoch").get("maneuvers");
    List<JsonNode> paged = new ArrayList<>();
    JsonNode page = get(MANEUVERS + "?sort=epoch&limit=2");
    page.get("maneuvers").forEach(paged::add);
    while (!page.get("next").isNull()) {
      page = get(MANEUVERS + "?limit=2&cursor=" + page.get("next").asString());
      page.get("maneuvers").forEach(paged::add);
    }

    assertThat(paged).hasSize(all.size());
    for (int i = 0; i < paged.size(); i++) {
      assertThat(paged.get(i)).isEqualTo(all.get(i));
    }
  }

  @Test
  void cursorWithOtherFiltersIsRefused() {
    String next = get(MANEUVERS + "?limit=1").get("next").asString();

    assertThat(get(MANEUVERS + "?sort=-epoch&limit=1&cursor=" + next).has("maneuvers")).isTrue();
    expectProblem(MANEUVERS + "?sort=epoch&cursor=" + next, 400, "invalid-cursor");
    expectProblem(MANEUVERS + "?cursor=abc", 400, "invalid-cursor");
    expectProblem(MANEUVERS + "?cursor=bnVsbA", 400, "invalid-cursor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noradId=0|noradId",
        "noradId=1,x|noradId",
        "kinds=burns|kinds",
        "status=open|status",
        "regime=XEO|regime",
        "minConfidence=2|minConfidence",
        "from=yesterday|from",
        "to=2026|to",
        "updatedSince=x|updatedSince",
        "sort=name|sort",
        "limit=0|limit",
        "limit=1001|limit",
        "format=xlsx|format",
        "object=7|object"
      })
  void faultOfAParameterIsNamed(String query, String field) {
    client
        .get()
        .uri(MANEUVERS + "?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-parameter")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void tableHasAHeaderAndALineForEachManeuver() {
    int maneuvers = get(MANEUVERS + "?limit=1000").get("maneuvers").size();

    String table = text(MANEUVERS + "?format=csv");

    assertThat(table).startsWith("norad_id,regime,epoch,earliest,latest,confidence,status,");
    assertThat(table.lines()).hasSize(maneuvers + 1);
    assertThat(table.lines().skip(1))
        .allSatisfy(line -> assertThat(line).startsWith(object + ",LEO,"));
  }

  @Test
  void otherFormatsHaveEveryManeuver() {
    int maneuvers = get(MANEUVERS + "?limit=1000").get("maneuvers").size();

    String ocm = text(MANEUVERS + "?format=ocm");
    assertThat(ocm.split("<MAN_ID>")).hasSize(maneuvers + 1);
    assertThat(ocm).containsOnlyOnce("<OBJECT_DESIGNATOR>" + object + "<");
    JsonNode udl = get(MANEUVERS + "?format=udl&sort=epoch");
    assertThat(udl).hasSize(maneuvers);
    assertThat(udl.get(0).get("source").asString()).isEqualTo("maneuver-detection");
    assertThat(udl.get(0).get("satNo").asInt()).isEqualTo(object);
  }

  @Test
  void orbitComprehensiveMessageOfOneObjectIsAlsoInLines() {
    String one = MANEUVERS + "?noradId=" + object;

    assertThat(accepting(one, MediaType.TEXT_PLAIN)).startsWith("CCSDS_OCM_VERS");
    assertThat(accepting(one + "&format=ocm", MediaType.TEXT_PLAIN)).startsWith("CCSDS_OCM_VERS");
    assertThat(accepting(one, MediaType.APPLICATION_XML)).startsWith("<?xml");
    assertThat(accepting(one + "&format=csv", MediaType.TEXT_PLAIN)).startsWith("norad_id,");
    assertThat(accepting(MANEUVERS + "?noradId=7", MediaType.TEXT_PLAIN))
        .contains("OBJECT_DESIGNATOR")
        .doesNotContain("MAN_START");
    client
        .get()
        .uri(MANEUVERS)
        .accept(MediaType.TEXT_PLAIN)
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  private String accepting(String path, MediaType type) {
    return new String(
        Objects.requireNonNull(
            client
                .get()
                .uri(path)
                .accept(type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody()),
        StandardCharsets.UTF_8);
  }

  @Test
  void maneuverHasItsRevisions() {
    JsonNode first = get(MANEUVERS + "?sort=epoch&limit=1").at("/maneuvers/0");
    String path = MANEUVERS + "/" + first.get("id").asString();

    assertThat(get(path)).isEqualTo(first);
    JsonNode revisions = get(path + "/revisions").get("revisions");
    assertThat(revisions).hasSize(first.get("revision").asInt());
    assertThat(revisions.get(0).get("reason").asString()).isEqualTo("elements");
    assertThat(revisions.get(0).get("maneuver").get("id")).isEqualTo(first.get("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99999999", "x", "99999999999999999999", "-1"})
  void unknownManeuverIs404(String id) {
    expectProblem(MANEUVERS + "/" + id, 404, "unknown-maneuver");
    expectProblem(MANEUVERS + "/" + id + "/revisions", 404, "unknown-maneuver");
  }

  @Test
  void feedGoesOnWhereItEnded() {
    JsonNode now = get(CHANGES);
    JsonNode all = get(CHANGES + "?after=0&backfill=true&limit=1000");

    assertThat(now.get("changes")).isEmpty();
    assertThat(all.get("changes")).isNotEmpty();
    assertThat(all.get("last")).isEqualTo(now.get("last"));
    assertThat(get(CHANGES + "?after=" + all.get("last").asString()).get("changes")).isEmpty();
    expectProblem(CHANGES + "?after=" + (now.get("last").asLong() + 1), 409, "unknown-sequence");
    expectProblem(CHANGES + "?after=-1", 400, "invalid-parameter");
    expectProblem(CHANGES + "?wait=31", 400, "invalid-parameter");
    expectProblem(CHANGES + "?types=none", 400, "invalid-parameter");
  }

  @Test
  void waitEndsWithTheFirstChange() throws Exception {
    long last = get(CHANGES).get("last").asLong();
    CompletableFuture<HttpResponse<String>> waiting =
        http.sendAsync(
            HttpRequest.newBuilder(uri(CHANGES + "?wait=30&after=" + last)).build(),
            BodyHandlers.ofString());

    client.delete().uri("/api/v1/objects/" + object).exchange().expectStatus().isNoContent();

    JsonNode told = MAPPER.readTree(waiting.get().body());
    assertThat(told.get("last").asLong()).isEqualTo(last + 1);
    assertThat(told.at("/changes/0/type").asString()).isEqualTo("object.deleted");
    assertThat(told.at("/changes/0/noradId").asInt()).isEqualTo(object);
    assertThat(get(MANEUVERS).get("maneuvers")).isEmpty();
    assertThat(get(CHANGES + "?after=0&backfill=true").at("/changes"))
        .allSatisfy(each -> assertThat(each.get("maneuver").isNull()).isTrue());
  }

  @Test
  void waitWithoutAChangeEndsInTime() {
    long last = get(CHANGES).get("last").asLong();

    JsonNode told = get(CHANGES + "?wait=1&after=" + last);

    assertThat(told.get("changes")).isEmpty();
    assertThat(told.get("last").asLong()).isEqualTo(last);
  }

  @Test
  void streamHasTheFeedAndWhatFollows() throws Exception {
    JsonNode all = get(CHANGES + "?after=0&backfill=true&limit=1000").get("changes");
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(uri(CHANGES + "/stream?backfill=true"))
                .header("Last-Event-ID", "0")
                .build(),
            BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(":");
      assertThat(lines.readLine()).isEmpty();
      for (JsonNode expected : all) {
        assertThat(event(lines)).isEqualTo(expected);
      }

      client.delete().uri("/api/v1/objects/" + object).exchange().expectStatus().isNoContent();

      assertThat(event(lines).get("type").asString()).isEqualTo("object.deleted");
    }
  }

  private static JsonNode event(BufferedReader lines) throws Exception {
    String id = lines.readLine();
    String type = lines.readLine();
    JsonNode data = MAPPER.readTree(lines.readLine().substring("data: ".length()));
    assertThat(id).isEqualTo("id: " + data.get("seq").asLong());
    assertThat(type).isEqualTo("event: " + data.get("type").asString());
    assertThat(lines.readLine()).isEmpty();
    return data;
  }

  @Test
  void streamsBeyondTheLimitAreRefusedUntilOneEnds() throws Exception {
    List<InputStream> open = new ArrayList<>();
    HttpResponse<InputStream> next = stream();
    while (next.statusCode() == 200) {
      open.add(next.body());
      assertThat(open).hasSizeLessThanOrEqualTo(2);
      next = stream();
    }
    assertThat(next.statusCode()).isEqualTo(503);
    assertThat(new String(next.body().readAllBytes(), StandardCharsets.UTF_8))
        .contains("too-many-streams");

    for (InputStream each : open) {
      each.close();
    }
    // A reader who has left is noticed when something is sent.
    Instant end = Instant.now().plus(LONGEST);
    while (next.statusCode() == 503) {
      post(history);
      client.delete().uri("/api/v1/objects/" + object).exchange().expectStatus().isNoContent();
      Thread.sleep(500);
      assertThat(Instant.now()).isBefore(end);
      next = stream();
      next.body().close();
    }
    assertThat(next.statusCode()).isEqualTo(200);
  }

  private HttpResponse<InputStream> stream() throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(CHANGES + "/stream")).build(), BodyHandlers.ofInputStream());
  }

  @Test
  void streamFromANumberThatDoesNotExistIsRefused() {
    long beyond = get(CHANGES).get("last").asLong() + 1;
    client
        .get()
        .uri(CHANGES + "/stream?after=" + beyond)
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange()
        .expectStatus()
        .isEqualTo(409);
    client
        .get()
        .uri(CHANGES + "/stream")
        .header("Last-Event-ID", "x")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private void post(String elementSets) {
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.TEXT_PLAIN)
        .body(elementSets)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private void awaitSearch() throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (get("/api/v1/objects/" + object).get("searchedThrough").isNull()) {
      assertThat(Instant.now()).as("the search takes too long").isBefore(end);
      Thread.sleep(50);
    }
  }

  private JsonNode get(String path) {
    return MAPPER.readTree(text(path));
  }

  private String text(String path) {
    byte[] answer =
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return new String(answer == null ? new byte[0] : answer, StandardCharsets.UTF_8);
  }

  private void expectProblem(String path, int status, String code) {
    client
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }
}

package space.maneuver.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_NDJSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The actual responses of the service to the example requests, shortened where they are long: the
 * text of each file with an example response. The element sets are the first of the README's
 * history and contain one burn.
 *
 * @param client of the service
 */
record ExampleAnswers(RestTestClient client) {

  static final Path FILES = Path.of("src/main/resources/openapi/examples");
  static final String DAILY = "maneuver-lstm-daily";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String DAILY_PATH = "/v2/models/" + DAILY;
  private static final int OBJECT = 80_000;
  private static final String OBJECTS =
      "/api/v1/objects?query=simulated&regime=LEO&sort=-lastEpoch&limit=100";
  private static final String ELEMENT_SETS =
      "/api/v1/objects/80000/element-sets?from=2010-03-01T00:00:00Z&to=2010-03-04T00:00:00Z";
  private static final String SERIES =
      "/api/v1/objects/80000/series?from=2010-03-01T00:00:00Z&to=2010-03-16T00:00:00Z";
  private static final int CARD_CHARACTERS = 280;
  private static final Duration LONGEST_SEARCH = Duration.ofMinutes(2);
  private static final Duration SEARCH_POLL = Duration.ofMillis(50);

  /** Returns the texts by file name. */
  Map<String, String> texts() throws IOException {
    String history = example("elementSets-tle.txt");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("listModels-200.json", pretty(get("/api/v1/models")));
    texts.put("getModel-200.json", pretty(withoutMeasurements(get("/api/v1/models/" + DAILY))));
    String features = "/api/v1/features?days=30&strideDays=30&model=" + DAILY;
    texts.put("extractFeatures-200.json", pretty(json(features, TEXT_PLAIN, history)));
    texts.put(
        "predict-200.json",
        pretty(json("/api/v1/predictions", APPLICATION_JSON, example("predict.json"))));
    texts.put(
        "predictLines-200.ndjson",
        post("/api/v1/predictions", APPLICATION_NDJSON, example("predictLines.ndjson")));
    texts.put("detectManeuvers-200.json", pretty(json("/api/v1/detections", TEXT_PLAIN, history)));
    texts.put("detectManeuverLines-200.ndjson", detectionLines(history));
    texts.put("storeElementSets-200.json", pretty(store()));
    texts.put("listObjects-200.json", pretty(get(OBJECTS)));
    texts.put("getObject-200.json", pretty(get("/api/v1/objects/" + OBJECT)));
    texts.put("getSeries-200.json", pretty(get(SERIES)));
    texts.put("listElementSets-200.json", pretty(get(ELEMENT_SETS + "&format=json")));
    texts.put("listElementSets-tle-200.txt", text(ELEMENT_SETS + "&format=tle"));
    texts.put("listElementSets-csv-200.csv", text(ELEMENT_SETS + "&format=csv"));
    texts.put("getServerMetadata-200.json", pretty(get("/v2")));
    texts.put("getModelMetadata-200.json", pretty(get(DAILY_PATH)));
    texts.put("getModelReady-200.json", pretty(get(DAILY_PATH + "/ready")));
    texts.put(
        "infer-200.json",
        pretty(json(DAILY_PATH + "/infer", APPLICATION_JSON, example("infer.json"))));
    texts.put("infer-binary-200.txt", BinaryExample.answer(client, DAILY_PATH + "/infer"));
    return texts;
  }

  /** Stores the history anew and waits until it is searched. */
  JsonNode store() throws IOException {
    String object = "/api/v1/objects/" + OBJECT;
    client.delete().uri(object).exchange();
    JsonNode stored = json("/api/v1/element-sets", TEXT_PLAIN, example("elementSets-tle.txt"));
    Instant end = Instant.now().plus(LONGEST_SEARCH);
    JsonNode described = get(object);
    while (!described.get("searchedThrough").equals(described.get("lastEpoch"))) {
      assertThat(Instant.now()).as("the search takes too long").isBefore(end);
      LockSupport.parkNanos(SEARCH_POLL.toNanos());
      described = get(object);
    }
    return stored;
  }

  static String example(String file) throws IOException {
    return Files.readString(FILES.resolve(file));
  }

  /** Formats JSON as in openapi.json. */
  static String pretty(JsonNode node) {
    return OpenApiDocumentTest.text(node);
  }

  private static JsonNode withoutMeasurements(JsonNode model) {
    JsonNode protocol = model.at("/metrics/protocol");
    ((ObjectNode) model).putObject("metrics").set("protocol", protocol);
    String card = model.get("card").asString();
    ((ObjectNode) model).put("card", card.substring(0, CARD_CHARACTERS) + "...");
    return model;
  }

  private String detectionLines(String history) {
    StringBuilder lines = new StringBuilder();
    byte[] answer =
        client
            .post()
            .uri("/api/v1/detections")
            .contentType(TEXT_PLAIN)
            .accept(APPLICATION_NDJSON)
            .body(history)
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    new String(Objects.requireNonNull(answer), UTF_8)
        .lines()
        .map(MAPPER::readTree)
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  private JsonNode get(String path) {
    return MAPPER.readTree(text(path));
  }

  private String text(String path) {
    byte[] answer =
        client.get().uri(path).exchange().expectBody(byte[].class).returnResult().getResponseBody();
    return new String(Objects.requireNonNull(answer), UTF_8);
  }

  private JsonNode json(String path, MediaType type, String body) {
    return MAPPER.readTree(post(path, type, body));
  }

  private String post(String path, MediaType type, String body) {
    return new String(
        client
            .post()
            .uri(path)
            .contentType(type)
            .body(body.getBytes(UTF_8))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody(),
        UTF_8);
  }
}

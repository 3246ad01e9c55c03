package space.maneuver.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_NDJSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
  private static final int CARD_CHARACTERS = 280;

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
    texts.put("getServerMetadata-200.json", pretty(get("/v2")));
    texts.put("getModelMetadata-200.json", pretty(get(DAILY_PATH)));
    texts.put("getModelReady-200.json", pretty(get(DAILY_PATH + "/ready")));
    texts.put(
        "infer-200.json",
        pretty(json(DAILY_PATH + "/infer", APPLICATION_JSON, example("infer.json"))));
    texts.put("infer-binary-200.txt", BinaryExample.answer(client, DAILY_PATH + "/infer"));
    return texts;
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
    return MAPPER.readTree(
        client
            .get()
            .uri(path)
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody());
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

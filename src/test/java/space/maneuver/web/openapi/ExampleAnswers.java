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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the running service answers to the requests of the examples, cut short where it is long: the
 * text of each file that shows an answer.
 *
 * @param client of the service
 */
record ExampleAnswers(RestTestClient client) {

  static final Path FILES = Path.of("src/main/resources/openapi/examples");
  static final String DAILY = "maneuver-lstm-daily";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String DAILY_PATH = "/v2/models/" + DAILY;
  private static final int SHOWN = 2;
  private static final int CARD_CHARACTERS = 280;

  /** The window of the request examples: in it is one burn. */
  private static final String WINDOW_START = "2010-05-20T00:00:00Z";

  /** By the names of their files. */
  Map<String, String> texts() throws IOException {
    String history = ExampleHistory.twoLineElements();
    String lone = ExampleHistory.loneElementSet();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("listModels-200.json", pretty(get("/api/v1/models")));
    texts.put("getModel-200.json", pretty(withoutMeasurements(get("/api/v1/models/" + DAILY))));
    String features = "/api/v1/features?days=30&strideDays=30&model=" + DAILY;
    texts.put("extractFeatures-200.json", pretty(oneWindow(json(features, TEXT_PLAIN, history))));
    texts.put(
        "predict-200.json",
        pretty(json("/api/v1/predictions", APPLICATION_JSON, example("predict.json"))));
    texts.put(
        "predictLines-200.ndjson",
        post("/api/v1/predictions", APPLICATION_NDJSON, example("predictLines.ndjson")));
    texts.put(
        "detectManeuvers-200.json",
        pretty(cut(json("/api/v1/detections", TEXT_PLAIN, history + lone))));
    texts.put("detectManeuverLines-200.ndjson", detectionLines(history + lone));
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

  /** As openapi.json is written. */
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

  private static JsonNode oneWindow(JsonNode features) {
    ArrayNode windows = (ArrayNode) features.get("windows");
    windows.removeIf(window -> !window.get("start").asString().equals(WINDOW_START));
    return features;
  }

  private static JsonNode cut(JsonNode detections) {
    detections.get("objects").forEach(ExampleAnswers::cutObject);
    return detections;
  }

  private static void cutObject(JsonNode object) {
    for (String list : new String[] {"maneuvers", "windows"}) {
      ArrayNode entries = (ArrayNode) object.get(list);
      while (entries.size() > SHOWN) {
        entries.remove(SHOWN);
      }
    }
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
        .forEach(
            line -> {
              if (line.has("maneuvers")) {
                cutObject(line);
              }
              lines.append(line).append('\n');
            });
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

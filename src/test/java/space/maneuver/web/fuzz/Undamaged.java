package space.maneuver.web.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.KeplerHistory;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object with a burn, its windows, and the results of the service for them: the reference for
 * requests that also contain something invalid.
 *
 * @param detections report of the object, by model
 * @param features its windows, by model
 * @param probabilities of these, by model
 * @param logits of these, by model
 */
record Undamaged(
    Map<String, JsonNode> detections,
    Map<String, List<JsonNode>> features,
    Map<String, List<Double>> probabilities,
    Map<String, List<Double>> logits) {

  static final int NORAD_ID = 36_508;
  static final String GAPS = "maneuver-lstm";
  static final String DAYS = "maneuver-lstm-daily";
  static final List<String> MODELS = List.of(GAPS, DAYS);
  static final String FEATURES_QUERY = "?days=30&strideDays=8&model=";
  static final List<ElementSet> ELEMENTS =
      new KeplerHistory(1)
          .burn(30.3, 2, 0).days(48).elements().stream()
              .map(each -> TleWriter.rounded(each.withObject(NORAD_ID, "GOOD")))
              .toList();
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Rounding depends on the batch. */
  private static final double TOLERANCE = 1e-5;

  static Undamaged ask(int port) throws IOException {
    Undamaged undamaged =
        new Undamaged(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (String model : MODELS) {
      String text = ElementSetDocument.of(ElementSetFormat.TLE, ELEMENTS).text();
      JsonNode detections =
          post(port, "/api/v1/detections?model=" + model, "text/plain", text).at("/objects/0");
      assertThat(detections.get("maneuvers")).as("the burn").hasSize(1);
      undamaged.detections.put(model, unnamed(detections));
      List<JsonNode> windows =
          post(port, "/api/v1/features" + FEATURES_QUERY + model, "text/plain", text)
              .get("windows")
              .values()
              .stream()
              .toList();
      assertThat(windows).hasSizeGreaterThan(1);
      undamaged.features.put(model, windows);
      JsonNode predictions =
          post(
              port,
              "/api/v1/predictions?model=" + model,
              "application/json",
              MAPPER.writeValueAsString(Map.of("windows", windows)));
      undamaged.probabilities.put(
          model,
          predictions
              .get("predictions")
              .valueStream()
              .map(each -> each.get("probability").asDouble())
              .toList());
      JsonNode tensors =
          post(
              port,
              "/v2/models/" + model + "/infer",
              "application/json",
              Tensors.of(windows.subList(0, 2)).json());
      undamaged.logits.put(
          model, tensors.at("/outputs/0/data").valueStream().map(JsonNode::asDouble).toList());
    }
    return undamaged;
  }

  private static JsonNode post(int port, String target, String type, String body)
      throws IOException {
    Reply reply = new FuzzRequest(target, type, body.getBytes(UTF_8)).send(port);
    assertThat(reply.status()).as("%s: %s", target, reply.text()).isEqualTo(200);
    return MAPPER.readTree(reply.body());
  }

  List<JsonNode> windows(String model) {
    return Objects.requireNonNull(features.get(model));
  }

  double logit(String model) {
    return Objects.requireNonNull(logits.get(model)).get(0);
  }

  /** Asserts that the response has the unchanged report of this object, in either layout. */
  void inDetections(String model, Reply reply) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : documents(reply)) {
      JsonNode objects = each.get("objects");
      for (JsonNode object : objects == null ? List.of(each) : objects.values()) {
        if (object.path("noradId").asInt(0) == NORAD_ID) {
          found.add(unnamed(object));
        }
      }
    }
    assertThat(found).as("the good object in %s", shown(reply)).hasSize(1);
    requireSame("the good object", found.get(0), Objects.requireNonNull(detections.get(model)));
  }

  /** Not every format has names. */
  private static JsonNode unnamed(JsonNode object) {
    ((ObjectNode) object).remove("name");
    return object;
  }

  void inFeatures(String model, Reply reply) {
    List<JsonNode> found =
        MAPPER
            .readTree(reply.body())
            .get("windows")
            .valueStream()
            .filter(each -> each.path("noradId").asInt(0) == NORAD_ID)
            .toList();
    List<JsonNode> expected = windows(model);
    assertThat(found).as("windows of the good object").hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      requireSame("window " + i + " of the good object", found.get(i), expected.get(i));
    }
  }

  /** Asserts that the response has the prediction of a window under its id. */
  void inPredictions(String model, int window, String id, Reply reply) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : documents(reply)) {
      JsonNode predictions = each.get("predictions");
      for (JsonNode entry : predictions == null ? List.of(each) : predictions.values()) {
        if (entry.path("id").asString("").equals(id)) {
          found.add(entry);
        }
      }
    }
    assertThat(found).as("the good window in %s", shown(reply)).hasSize(1);
    assertThat(found.get(0).path("probability").asDouble(-1))
        .as("the good window in %s", shown(reply))
        .isCloseTo(Objects.requireNonNull(probabilities.get(model)).get(window), within(TOLERANCE));
  }

  /** Returns the document or the lines of a response. */
  static List<JsonNode> documents(Reply reply) {
    if (!reply.type().equals("application/x-ndjson")) {
      return List.of(MAPPER.readTree(reply.body()));
    }
    return reply.text().lines().map(MAPPER::readTree).toList();
  }

  private static void requireSame(String what, JsonNode given, JsonNode expected) {
    assertThat(given.equals(Undamaged::compare, expected))
        .as("%s is%n%s%nand was%n%s", what, given, expected)
        .isTrue();
  }

  static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      double most = TOLERANCE * Math.max(1, Math.abs(other.doubleValue()));
      return Math.abs(one.doubleValue() - other.doubleValue()) <= most ? 0 : 1;
    }
    return one.equals(other) ? 0 : 1;
  }

  private static String shown(Reply reply) {
    String text = reply.text();
    return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "...";
  }
}

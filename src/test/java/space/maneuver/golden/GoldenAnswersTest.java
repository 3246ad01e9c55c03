package space.maneuver.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.command.CommandLineProgram;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of the service and the commands for simulated histories do not change
 * unintentionally.
 */
@HttpTest
class GoldenAnswersTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String BINARY = "application/octet-stream";
  private static final String HEADER = "Inference-Header-Content-Length";

  @Autowired private RestTestClient client;

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void detectionsAreUnchanged(String model) throws IOException {
    requireSame(
        "detections-" + model,
        json(
            post(
                "/api/v1/detections?series=true&model=" + model,
                "text/plain",
                GoldenInputs.named(GoldenInputs.all()))));
  }

  @ParameterizedTest
  @EnumSource
  void detectionsInEveryFormatAreUnchanged(ElementSetFormat format) throws IOException {
    requireSame(
        "detections-" + format.name().toLowerCase(Locale.ROOT),
        json(
            post(
                "/api/v1/detections?minConfidence=0.3",
                type(format),
                GoldenInputs.text(format, GoldenInputs.some()))));
  }

  @Test
  void detectionsAsLinesAreUnchanged() throws IOException {
    String answer =
        text(
            client
                .post()
                .uri("/api/v1/detections?model=maneuver-lstm-daily")
                .header("Content-Type", "text/plain")
                .header("Accept", "application/x-ndjson")
                .body(GoldenInputs.faulty()));
    requireSame("detections-lines", lines(answer));
  }

  @Test
  void detectionsBesideFaultsAreUnchanged() throws IOException {
    requireSame(
        "detections-faults", json(post("/api/v1/detections", "text/plain", GoldenInputs.faulty())));
  }

  @ParameterizedTest
  @CsvSource({
    "no-element-set, /api/v1/detections, text/plain, 1 00005U broken",
    "no-json, /api/v1/detections, application/json, [{",
    "no-days, /api/v1/features, text/plain, x",
    "no-windows, /api/v1/predictions, application/json, {}",
    "no-model, /api/v1/predictions?model=none, application/json, {}",
    "no-tensor, /v2/models/maneuver-lstm/infer, application/json, {}"
  })
  void problemsAreUnchanged(String name, String path, String type, String body) throws IOException {
    JsonNode answer = json(post(path, type, body));
    ((ObjectNode) answer).remove("requestId");
    requireSame("problem-" + name, answer);
  }

  @ParameterizedTest
  @CsvSource({
    "maneuver-lstm, 30",
    "maneuver-lstm, 60",
    "maneuver-lstm-daily, 30",
    "maneuver-lstm-daily, 60"
  })
  void featuresAndTheirPredictionsAreUnchanged(String model, int days) throws IOException {
    JsonNode features = features(model, days);
    requireSame("features-" + days + "-" + model, features);

    ArrayNode windows = (ArrayNode) features.get("windows");
    String path = "/api/v1/predictions?steps=true&model=" + model;
    String document = MAPPER.createObjectNode().set("windows", windows).toString();
    String lines = String.join("\n", windows.valueStream().map(JsonNode::toString).toList());
    String name = "predictions-" + days + "-" + model;
    requireSame(name, json(post(path, "application/json", document)));
    requireSame(name + "-lines", lines(text(post(path, "application/x-ndjson", lines))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void logitsAreUnchanged(String model) throws IOException {
    JsonNode rows = features(model, 30).at("/windows/0/features");
    int channels = rows.valueStream().mapToInt(JsonNode::size).max().orElseThrow();
    float[] values = values(rows, channels);
    String input = "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":[1,%d,%d],%s}]%s}";
    String data = "\"data\":" + Arrays.toString(values).replace("NaN", "null");
    String path = "/v2/models/" + model + "/infer";
    requireSame(
        "logits-" + model,
        json(post(path, "application/json", input.formatted(rows.size(), channels, data, ""))));

    String size = "\"parameters\":{\"binary_data_size\":" + values.length * Float.BYTES + "}";
    String asked = ",\"outputs\":[{\"name\":\"logit\",\"parameters\":{\"binary_data\":true}}]";
    byte[] head =
        input.formatted(rows.size(), channels, size, asked).getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocate(head.length + values.length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(head);
    for (float value : values) {
      body.putFloat(value);
    }
    EntityExchangeResult<byte[]> answer =
        client
            .post()
            .uri(path)
            .header("Content-Type", BINARY)
            .header(HEADER, Integer.toString(head.length))
            .body(body.array())
            .exchange()
            .expectBody(byte[].class)
            .returnResult();
    byte[] bytes = Objects.requireNonNull(answer.getResponseBody());
    int length =
        Integer.parseInt(Objects.requireNonNull(answer.getResponseHeaders().getFirst(HEADER)));
    ObjectNode whole = (ObjectNode) MAPPER.readTree(Arrays.copyOf(bytes, length));
    whole
        .putArray("data")
        .add(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(length));
    requireSame("logits-" + model + "-binary", whole);
  }

  @ParameterizedTest
  @CsvSource({
    "table, detect --color never",
    "csv, detect --format csv",
    "csv-daily, detect --format csv --model maneuver-lstm-daily",
    "scores, score-windows --days 30 --stride-days 7",
    "scores-full, score-windows --days 30 --stride-days 7 --context full",
    "scores-daily, score-windows --days 60 --stride-days 7 --model maneuver-lstm-daily"
  })
  void outputOfCommandsIsUnchanged(String name, String arguments, @TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("histories.tle");
    Files.writeString(file, GoldenInputs.named(GoldenInputs.all()));

    String printed = printed(arguments, file);

    String differences = GoldenFile.differences("command-" + name, printed);
    assertThat(differences).as(differences).isEmpty();
  }

  @Test
  void outputOfDetectBesideFaultsIsUnchanged(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("faulty.tle");
    Files.writeString(file, GoldenInputs.faulty());

    requireSame("command-json", MAPPER.readTree(printed("detect --format json", file)));
  }

  private JsonNode features(String model, int days) {
    return json(
        post(
            "/api/v1/features?strideDays=40&days=" + days + "&model=" + model,
            "text/plain",
            GoldenInputs.named(GoldenInputs.some())));
  }

  private static float[] values(JsonNode rows, int channels) {
    float[] values = new float[rows.size() * channels];
    Arrays.fill(values, Float.NaN);
    for (int row = 0; row < rows.size(); row++) {
      for (int channel = 0; channel < rows.get(row).size(); channel++) {
        JsonNode value = rows.get(row).get(channel);
        values[row * channels + channel] = value.isNull() ? Float.NaN : value.floatValue();
      }
    }
    return values;
  }

  private static String type(ElementSetFormat format) {
    return switch (format) {
      case TLE, OMM_KVN -> "text/plain";
      case GP_JSON -> "application/json";
      case GP_CSV -> "text/csv";
      case OMM_XML -> "application/xml";
    };
  }

  private RestTestClient.RequestHeadersSpec<?> post(String path, String type, String body) {
    return client
        .post()
        .uri(path)
        .header("Content-Type", type)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(RestTestClient.RequestHeadersSpec<?> request) {
    return String.valueOf(
        request.exchange().expectBody(String.class).returnResult().getResponseBody());
  }

  private static JsonNode json(RestTestClient.RequestHeadersSpec<?> request) {
    return MAPPER.readTree(text(request));
  }

  private static JsonNode lines(String answer) {
    return MAPPER.createArrayNode().addAll(answer.lines().map(MAPPER::readTree).toList());
  }

  private static void requireSame(String name, JsonNode answer) throws IOException {
    String differences = GoldenFile.differences(name, answer);
    assertThat(differences).as(differences).isEmpty();
  }

  private static String printed(String arguments, Path file) {
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.add(file.toString());
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      CommandLineProgram.run(all.toArray(String[]::new));
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

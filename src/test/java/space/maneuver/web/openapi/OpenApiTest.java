package space.maneuver.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import space.maneuver.web.problem.FaultCode;
import space.maneuver.web.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private RestTestClient client;
  private JsonNode api = MAPPER.missingNode();

  @BeforeAll
  void readDescription() {
    String text =
        client
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    api = MAPPER.readTree(String.valueOf(text));
  }

  @Test
  void operationsHaveReadableNames() {
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(operations().stream().map(operation -> operation.get("operationId").asString()))
        .containsExactlyInAnyOrder(
            "predict",
            "extractFeatures",
            "detectManeuvers",
            "storeElementSets",
            "listObjects",
            "getObject",
            "deleteObject",
            "listElementSets",
            "getSeries",
            "listManeuvers",
            "getManeuver",
            "listManeuverRevisions",
            "reviewManeuver",
            "takeBackReview",
            "addReview",
            "listReviews",
            "deleteReview",
            "listWatchLists",
            "getWatchList",
            "putWatchList",
            "deleteWatchList",
            "listChanges",
            "streamChanges",
            "listModels",
            "getModel",
            "getServerMetadata",
            "getServerLive",
            "getServerReady",
            "getModelMetadata",
            "getModelVersionMetadata",
            "getModelReady",
            "getModelVersionReady",
            "infer",
            "inferVersion");
  }

  @Test
  void everyRequestAndResponseHasASchemaAndAnExample() {
    for (JsonNode operation : operations()) {
      List<JsonNode> contents = new ArrayList<>();
      if (operation.has("requestBody")) {
        contents.add(operation.at("/requestBody/content"));
      }
      for (Map.Entry<String, JsonNode> response : operation.get("responses").properties()) {
        if (!response.getKey().equals("204")) {
          contents.add(response.getValue().get("content"));
        }
      }
      for (JsonNode content : contents) {
        assertThat(content.size()).as(operation.get("operationId").asString()).isPositive();
        for (JsonNode media : content) {
          assertThat(resolve(media.get("schema")).isObject()).isTrue();
          assertThat(media.get("examples").size()).isPositive();
          for (JsonNode example : media.get("examples")) {
            assertThat(resolve(example).get("value")).isNotNull();
          }
        }
      }
    }
  }

  @Test
  void everyParameterIsDocumented() {
    for (JsonNode operation : operations()) {
      for (JsonNode parameter : operation.path("parameters")) {
        assertThat(parameter.path("description").asString()).isNotEmpty();
      }
    }
    JsonNode predict = api.at("/paths/~1api~1v1~1predictions/post");
    assertThat(predict.at("/requestBody/content").propertyNames())
        .containsExactlyInAnyOrder("application/json", "application/x-ndjson");
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "BAD_REQUEST",
        "ORIGIN_NOT_ALLOWED",
        "NOT_FOUND",
        "METHOD_NOT_ALLOWED",
        "EXPECTATION_FAILED",
        "UNSUPPORTED_TRANSFER_ENCODING",
        "UNSUPPORTED_HTTP_VERSION"
      })
  void problemHasAnExampleWithADetail(Problem problem) {
    assertThat(new ProblemExamples().of(problem, "/api/v1/predictions").get("detail").asText())
        .isNotEmpty();
    assertThat(api.get("paths").toString()).contains('"' + problem.type().toString() + '"');
  }

  @Test
  void problemExamplesHaveThePathOfTheirOperation() {
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        for (JsonNode response : operation.get("responses")) {
          for (JsonNode example : response.at("/content/application~1problem+json/examples")) {
            assertThat(example.at("/value/instance").asString())
                .matches(path.getKey().replaceAll("\\{\\w+}", "[a-z0-9-]+"));
          }
        }
      }
    }
  }

  @Test
  void responseHeadersAreDocumented() {
    String detections = "/paths/~1api~1v1~1detections/post/responses/";
    assertThat(api.at(detections + "200/headers").propertyNames())
        .containsExactlyInAnyOrder("X-Request-Id", "X-Model", "X-Objects");
    assertThat(api.at(detections + "503/headers").propertyNames())
        .containsExactlyInAnyOrder("X-Request-Id", "Retry-After");
    assertThat(api.at(detections + "429/headers").propertyNames()).contains("Retry-After");
    assertThat(api.at(detections + "401/headers").propertyNames()).contains("WWW-Authenticate");
    for (JsonNode operation : operations()) {
      for (JsonNode response : operation.get("responses")) {
        assertThat(response.get("headers").propertyNames()).contains("X-Request-Id");
      }
    }
  }

  @Test
  void faultCodesAreListed() {
    Set<String> listed = new TreeSet<>();
    api.at("/components/schemas/FaultCode/enum").forEach(code -> listed.add(code.asString()));
    Set<String> existing = new TreeSet<>();
    for (FaultCode code : FaultCode.values()) {
      existing.add(code.code());
    }
    assertThat(listed).isEqualTo(existing);
  }

  @ParameterizedTest
  @CsvSource({
    "predict, application/json, /api/v1/predictions, Predictions",
    "infer, application/json, /v2/models/maneuver-lstm-daily/infer, InferenceResponse",
    "elementSets-tle, text/plain, /api/v1/features?days=30, Features",
    "elementSets-gp, application/json, /api/v1/features?days=60, Features",
    "elementSets-tle, text/plain, /api/v1/detections?minConfidence=0, Detections",
    "elementSets-gp, application/json, /api/v1/detections?series=true, Detections"
  })
  void responsesToExampleRequestsMatchTheSchema(
      String example, String type, String path, String schema) {
    JsonNode value = api.at("/components/examples/" + example + "/value");
    String body = value.isString() ? value.asString() : value.toString();
    String answer =
        client
            .post()
            .uri(path)
            .contentType(MediaType.parseMediaType(type))
            .body(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    check(MAPPER.readTree(String.valueOf(answer)), schema(schema), schema);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/models, Models",
    "/api/v1/models/maneuver-lstm-daily, Model",
    "/v2, ServerMetadata",
    "/v2/health/ready, ServerHealth",
    "/v2/models/maneuver-lstm-daily, ModelMetadata",
    "/v2/models/maneuver-lstm-daily/ready, ModelReady"
  })
  void responsesAboutModelsAndServerMatchTheSchema(String path, String schema) {
    String answer =
        client.get().uri(path).exchange().expectBody(String.class).returnResult().getResponseBody();
    check(MAPPER.readTree(String.valueOf(answer)), schema(schema), schema);
  }

  @ParameterizedTest
  @CsvSource({
    "predict, Windows",
    "predict-200, Predictions",
    "extractFeatures-200, Features",
    "detectManeuvers-200, Detections",
    "listModels-200, Models",
    "getModel-200, Model",
    "infer, InferenceRequest",
    "infer-200, InferenceResponse",
    "getServerMetadata-200, ServerMetadata",
    "getModelMetadata-200, ModelMetadata",
    "getModelReady-200, ModelReady",
    "listManeuvers, CatalogueManeuvers",
    "getManeuver, CatalogueManeuver",
    "listManeuverRevisions, ManeuverRevisions",
    "listChanges, Changes",
    "reviewManeuver, CatalogueManeuver",
    "maneuverVerdict, ManeuverVerdict",
    "stretchVerdict, StretchVerdict",
    "addReview, Review",
    "listReviews, Reviews",
    "watchListDefinition, WatchListDefinition",
    "putWatchList, WatchList",
    "listWatchLists, WatchLists"
  })
  void examplesMatchTheirSchemas(String example, String schema) {
    JsonNode value = api.at("/components/examples/" + example + "/value");
    if (example.equals("predict")) {
      // Its second window is invalid on purpose.
      value =
          MAPPER
              .createObjectNode()
              .set("windows", MAPPER.createArrayNode().add(value.at("/windows/0")));
    }
    check(value, schema(schema), example);
  }

  /**
   * Checks a value against names, required fields, types and enumerations, the parts of JSON Schema
   * that the API uses.
   */
  private void check(JsonNode value, JsonNode unresolved, String path) {
    JsonNode schema = resolve(unresolved);
    for (JsonNode choice : schema.path("oneOf")) {
      if (!value.isNull() && choice.has("$ref")) {
        check(value, choice, path);
      }
    }
    if (schema.has("type")) {
      assertThat(types(value)).as(path).containsAnyElementsOf(strings(schema.get("type")));
    }
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(path).contains(value);
    }
    for (JsonNode required : schema.path("required")) {
      assertThat(value.has(required.asString())).as(path + "." + required).isTrue();
    }
    if (value.isObject() && schema.has("properties")) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        JsonNode property = schema.get("properties").path(entry.getKey());
        assertThat(property.isObject()).as(path + "." + entry.getKey()).isTrue();
        check(entry.getValue(), property, path + "." + entry.getKey());
      }
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> check(item, schema.get("items"), path + "[]"));
    }
  }

  private static List<String> types(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> List.of("object");
      case ARRAY -> List.of("array");
      case STRING -> List.of("string");
      case BOOLEAN -> List.of("boolean");
      case NULL -> List.of("null");
      default -> value.isIntegralNumber() ? List.of("integer", "number") : List.of("number");
    };
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    if (node.isString()) {
      strings.add(node.asString());
    }
    node.forEach(item -> strings.add(item.asString()));
    return strings;
  }

  private JsonNode schema(String name) {
    return api.at("/components/schemas/" + name);
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asString().substring(1)) : node;
  }

  private List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    api.get("paths").forEach(path -> path.forEach(operations::add));
    return operations;
  }
}

package space.maneuver.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example responses are actual responses. {@link OpenApiDocumentTest} documents how to rewrite
 * them.
 */
@HttpTest
class ExampleAnswersTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * The example of a model is an excerpt; of these changes, one is made before, one after; the
   * numbers and times of maneuvers, reviews and watch lists depend on when they were made.
   */
  private static final Set<String> DIFFERENT =
      Set.of(
          "getModel",
          "storeElementSets",
          "deleteObject",
          "listManeuvers",
          "getManeuver",
          "listManeuverRevisions",
          "listChanges",
          "reviewManeuver",
          "takeBackReview",
          "addReview",
          "listReviews",
          "deleteReview",
          "listWatchLists",
          "getWatchList",
          "putWatchList",
          "deleteWatchList",
          "streamChanges");

  /** Examples that are not JSON. */
  private static final Set<String> TEXTS =
      Set.of("listElementSets-tle-200.txt", "listElementSets-csv-200.csv");

  @Autowired private RestTestClient client;

  @Test
  void examplesAreTheActualResponses() throws IOException {
    for (Map.Entry<String, String> answer : new ExampleAnswers(client).texts().entrySet()) {
      if (TEXTS.contains(answer.getKey())) {
        assertThat(answer.getValue()).isEqualTo(ExampleAnswers.example(answer.getKey()));
        continue;
      }
      List<JsonNode> shown = values(ExampleAnswers.example(answer.getKey()));
      List<JsonNode> said = values(answer.getValue());
      assertThat(shown).as(answer.getKey()).hasSameSizeAs(said);
      for (int i = 0; i < shown.size(); i++) {
        assertThat(shown.get(i).equals(new NearlySame(), said.get(i)))
            .as(
                "%s is stale: mvn test -Dtest=OpenApiDocumentTest -Dopenapi.update%n%s%n%s",
                answer.getKey(), shown.get(i), said.get(i))
            .isTrue();
      }
    }
  }

  /** Returns the parameters that Swagger UI fills in: their examples, otherwise their defaults. */
  @Test
  void documentedRequestsGetTheDocumentedResponses() throws IOException {
    JsonNode api = MAPPER.readTree(exchange(client.get().uri("/v3/api-docs")));
    // Puts the catalogue into the state of the examples.
    new ExampleAnswers(client).store();
    int compared = 0;
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (!DIFFERENT.contains(operation.getValue().get("operationId").asString())) {
          JsonNode shown =
              example(api, operation.getValue().at("/responses/200/content/application~1json"));
          JsonNode said =
              MAPPER.readTree(ask(api, operation.getKey(), path.getKey(), operation.getValue()));
          assertThat(said.equals(new NearlySame(), shown))
              .as("%s%n%s%n%s", operation.getValue().get("operationId"), shown, said)
              .isTrue();
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  private byte[] ask(JsonNode api, String method, String path, JsonNode operation) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    Map<String, Object> variables = new HashMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode filledIn = parameter.path("example");
      JsonNode value = filledIn.isMissingNode() ? parameter.at("/schema/default") : filledIn;
      String name = parameter.get("name").asString();
      if (parameter.get("in").asString().equals("path")) {
        variables.put(name, value.asString());
      } else if (!value.isMissingNode()) {
        uri.queryParam(name, value.asString());
      }
    }
    RestTestClient.RequestBodySpec request =
        client
            .method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
            .uri(uri.build(variables).toString());
    if (operation.has("requestBody")) {
      Map.Entry<String, JsonNode> content =
          operation.at("/requestBody/content").properties().iterator().next();
      JsonNode body = example(api, content.getValue());
      request.contentType(MediaType.parseMediaType(content.getKey()));
      request.body(body.isString() ? body.asString() : body.toString());
    }
    return exchange(request);
  }

  private static byte[] exchange(RestTestClient.RequestHeadersSpec<?> request) {
    return Objects.requireNonNull(
        request
            .accept(MediaType.APPLICATION_JSON)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody());
  }

  private static JsonNode example(JsonNode api, JsonNode content) {
    JsonNode example = content.get("examples").iterator().next();
    return example.has("$ref")
        ? api.at(example.get("$ref").asString().substring(1)).get("value")
        : example.get("value");
  }

  @Test
  void everyExampleOfAResponseIsCompared() throws IOException {
    try (Stream<Path> files = Files.list(ExampleAnswers.FILES)) {
      List<String> answers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("-200."))
              .toList();
      assertThat(answers)
          .containsExactlyInAnyOrderElementsOf(new ExampleAnswers(client).texts().keySet());
    }
  }

  @Test
  void exampleRequestsContainTheWindowOfTheFeatures() throws IOException {
    JsonNode window = values(ExampleAnswers.example("extractFeatures-200.json")).get(0);
    JsonNode rows = window.at("/windows/0/features");

    JsonNode predicted = values(ExampleAnswers.example("predict.json")).get(0);
    JsonNode line = values(ExampleAnswers.example("predictLines.ndjson")).get(0);
    JsonNode tensor = values(ExampleAnswers.example("infer.json")).get(0);

    assertThat(predicted.at("/windows/0/features").equals(new NearlySame(), rows)).isTrue();
    assertThat(line.get("features").equals(new NearlySame(), rows)).isTrue();
    assertThat(tensor.at("/inputs/0/data")).hasSize(rows.size() * rows.get(0).size());
  }

  private static List<JsonNode> values(String text) throws IOException {
    try (MappingIterator<JsonNode> values =
        MAPPER.readerFor(JsonNode.class).readValues(BinaryExample.json(text))) {
      return values.readAll();
    }
  }
}

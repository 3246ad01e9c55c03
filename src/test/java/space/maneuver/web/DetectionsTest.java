package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.testing.CryoSatText.tle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.CryoSatText;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.ReentryHistory;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@HttpTest
class DetectionsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> COLUMNS =
      List.of(
          "epoch",
          "semiMajorAxis",
          "altitude",
          "inclination",
          "eccentricity",
          "alongTrackResidual",
          "gapProbability");

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void objectsAreReportedInTheOrderTheyFirstAppear() {
    post("?minConfidence=0", tle(36508, 50) + tle(5, 40) + tle(36508, 3))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.model.name")
        .isNotEmpty()
        .jsonPath("$.objects.length()")
        .isEqualTo(2)
        .jsonPath("$.objects[0].noradId")
        .isEqualTo(36508)
        .jsonPath("$.objects[0].regime")
        .isEqualTo("LEO")
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(50)
        .jsonPath("$.objects[0].maneuvers")
        .isArray()
        .jsonPath("$.objects[0].windows[0].probability")
        .isNumber()
        .jsonPath("$.objects[1].noradId")
        .isEqualTo(5)
        .jsonPath("$.rejected.length()")
        .isEqualTo(0);
  }

  @Test
  void twoLineElementsAndGpDataGiveTheSameDetections() {
    String fromLines = body(post("", tle(36508, 60)));
    String fromJson = body(post("", CryoSatText.gpJson(36508, 60)));

    // Two-line element sets without a name line have none.
    assertThat(fromJson.replace("\"name\":\"CRYOSAT 2\"", "\"name\":null")).isEqualTo(fromLines);
  }

  @Test
  void regimesWithoutPublishedBurnsAreMarkedAsNotMeasured() {
    post("", tle(36508, 50) + CryoSatText.medium(7, 50))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].measured")
        .isEqualTo(true)
        .jsonPath("$.objects[1].regime")
        .isEqualTo("MEO")
        .jsonPath("$.objects[1].measured")
        .isEqualTo(false);
  }

  @Test
  void objectWithTooFewElementSetsHasAnErrorAndTheNextIsSearched() {
    post("", tle(36508, 1) + tle(5, 40))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(1)
        .jsonPath("$.objects[0].maneuvers.length()")
        .isEqualTo(0)
        .jsonPath("$.objects[0].windows.length()")
        .isEqualTo(0)
        .jsonPath("$.objects[0].error.code")
        .isEqualTo("too-few-element-sets")
        .jsonPath("$.objects[0].error.reason")
        .isEqualTo(
            "1 element set is too few: a search needs at least 3 element sets on at least 2 days,"
                + " with no gap of more than 30 days")
        .jsonPath("$.objects[1].error")
        .doesNotExist()
        .jsonPath("$.objects[1].windows[0].probability")
        .isNumber();
  }

  @Test
  void requestWithOnlyUnsearchableObjectsIsAnswered() {
    post("", tle(36508, 1) + tle(5, 2))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[1].error.code")
        .isEqualTo("too-few-element-sets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void decayingObjectIsAnsweredAsAreItsNeighbours(String model) {
    String down =
        ReentryHistory.history().elements().stream()
            .map(TleWriter::lines)
            .collect(Collectors.joining("\n", "", "\n"));
    String query = "?model=" + model;

    JsonNode together =
        MAPPER.readTree(body(post(query, tle(5, 40) + down + tle(36508, 50)))).get("objects");

    assertThat(together).hasSize(3);
    JsonNode alone = MAPPER.readTree(body(post(query, tle(5, 40) + tle(36508, 50)))).get("objects");
    assertThat(together.get(0)).isEqualTo(alone.get(0));
    assertThat(together.get(2)).isEqualTo(alone.get(1));
    assertThat(together.get(1).get("elementSets").asInt()).isEqualTo(60);
    assertThat(together.get(1).has("error")).isFalse();
    assertThat(together.get(1).get("maneuvers")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"burn, 1", "all, 1", "'continuous-thrust,anomaly', 0", "drag-change, 0"})
  void onlyTheRequestedKindsAreListed(String kinds, int least) {
    JsonNode all = MAPPER.readTree(body(post("", SimulatedTles.days200())));
    JsonNode some = MAPPER.readTree(body(post("?kinds=" + kinds, SimulatedTles.days200())));

    int listed = all.at("/objects/0/maneuvers").size();
    assertThat(listed).isPositive();
    assertThat(some.at("/objects/0/maneuvers")).hasSize(least * listed);
    for (JsonNode maneuver : some.at("/objects/0/maneuvers")) {
      assertThat(maneuver.get("kind").asString()).isEqualTo("burn");
      assertThat(maneuver.get("burns").asInt()).isEqualTo(1);
      assertThat(maneuver.get("acceleration").isNull()).isTrue();
      assertThat(maneuver.get("componentSigma").isNull())
          .isEqualTo(maneuver.get("deltaV").isNull());
    }
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "7", "2026-13-01", "7w"})
  void timeThatIsNoneIsRefused(String since) {
    post("?since=" + since, tle(36508, 40))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("since");
  }

  @Test
  void objectWithoutAManeuverSinceThenIsLeftOut() {
    String history = SimulatedTles.days200();
    JsonNode all = detected("", history).at("/objects/0/maneuvers");
    String newest = all.get(all.size() - 1).get("latest").asString();

    JsonNode recent = detected("?since=" + newest, history);

    assertThat(all).hasSizeGreaterThan(2);
    assertThat(recent.get("objects")).hasSize(1);
    assertThat(recent.at("/objects/0/maneuvers")).hasSize(1);
    assertThat(recent.at("/objects/0/maneuvers/0")).isEqualTo(all.get(all.size() - 1));
    assertThat(detected("?since=36h", history).get("objects")).isEmpty();
  }

  private JsonNode detected(String query, String history) {
    return new JsonMapper()
        .readTree(
            post(query, history)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
  }

  @ParameterizedTest
  @CsvSource({"burns", "''", "'burn,'", "'burn,burn'", "'all,burn'"})
  void unknownOrRepeatedKindsAreRefused(String kinds) {
    post("?kinds=" + kinds, tle(36508, 40))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-parameter")
        .jsonPath("$.errors[0].field")
        .isEqualTo("kinds");
  }

  @Test
  void lineWithABadChecksumIsRejectedWithItsNumberAndTheOthersAreUsed() {
    String[] lines = tle(36508, 40).split("\n");
    String digit = lines[17].substring(68);
    lines[17] = lines[17].substring(0, 68) + (Integer.parseInt(digit) + 1) % 10;
    post("", String.join("\n", lines))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(39)
        .jsonPath("$.rejectedCount")
        .isEqualTo(1)
        .jsonPath("$.rejected[0].line")
        .isEqualTo(18)
        .jsonPath("$.rejected[0].index")
        .doesNotExist()
        .jsonPath("$.rejected[0].field")
        .isEqualTo("checksum")
        .jsonPath("$.rejected[0].reason")
        .isNotEmpty();
  }

  @Test
  void missingLineIsRejected() {
    String[] lines = tle(36508, 40).split("\n");
    lines[10] = "";
    post("", String.join("\n", lines))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(39)
        .jsonPath("$.rejected[0].line")
        .isEqualTo(12);
  }

  @Test
  void recordOfAListIsRejectedWithItsIndex() {
    String good = CryoSatText.gpJson(36508, 2).trim();
    String list = good.substring(0, good.length() - 1) + ",{\"NORAD_CAT_ID\":36508}]";
    post("", list)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(2)
        .jsonPath("$.rejected[0].index")
        .isEqualTo(2)
        .jsonPath("$.rejected[0].line")
        .doesNotExist();
  }

  @Test
  void otherTheoriesThanSgp4AreRefusedWithTheReason() {
    String other =
        CryoSatText.gpJson(36508, 1).replaceAll("\"EPHEMERIS_TYPE\":\\s*0", "\"EPHEMERIS_TYPE\":4");
    post("", other)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("no-usable-element-set")
        .jsonPath("$.errors[0].field")
        .isEqualTo("EPHEMERIS_TYPE")
        .jsonPath("$.errors[0].place")
        .isEqualTo("[0]");
  }

  @Test
  void carriageReturnsBlankLinesAndAByteOrderMarkAreAccepted() {
    post("", "\uFEFF" + tle(36508, 5).replace("\n", "\r\n\r\n"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.objects[0].elementSets")
        .isEqualTo(5)
        .jsonPath("$.rejectedCount")
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-0.1", "NaN", "high"})
  void confidenceOutOfRangeIsReported(String value) {
    post("?minConfidence=" + value, tle(36508, 2))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("minConfidence")
        .jsonPath("$.errors[0].value")
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "[{\"NORAD_CAT_ID\":", "[}"})
  void unreadableDocumentIsAProblem(String body) {
    post("", body)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unreadable-input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void seriesHasAnEntryPerElementSetAndPeaksWhereManeuversAre(String model) {
    String burn =
        ElementSetDocument.tles(new KeplerHistory(1).burn(50.3, 2, 0).days(110).elements());
    JsonNode object =
        MAPPER
            .readTree(body(post("?series=true&minConfidence=0&model=" + model, burn)))
            .at("/objects/0");
    JsonNode series = object.get("series");

    for (String column : COLUMNS) {
      assertThat(series.get(column).size()).as(column).isEqualTo(object.get("elementSets").asInt());
    }
    assertThat(series.at("/alongTrackResidual/0").isNull()).isTrue();
    assertThat(series.at("/gapProbability/0").isNull()).isTrue();
    assertThat(series.at("/semiMajorAxis/5").asDouble() - series.at("/altitude/5").asDouble())
        .isCloseTo(6378.135, within(1e-3));
    double surest = greatest(series.get("gapProbability"));
    assertThat(
            object.get("maneuvers").valueStream().mapToDouble(m -> m.get("confidence").asDouble()))
        .isNotEmpty()
        .anySatisfy(confidence -> assertThat(confidence).isCloseTo(surest, within(1e-12)));
    assertThat(greatest(series.get("alongTrackResidual"))).isGreaterThan(5);
    assertThat(series.at("/windows60/start").size())
        .isEqualTo(series.at("/windows60/probability").size())
        .isEqualTo(object.get("windows").size() - 30);
  }

  @Test
  void seriesIsOmittedUnlessRequested() {
    post("", tle(36508, 5)).expectBody().jsonPath("$.objects[0].series").doesNotExist();
    post("?series=true", tle(36508, 1))
        .expectBody()
        .jsonPath("$.objects[0].series.gapProbability[0]")
        .isEmpty();
  }

  @Test
  void windowsAreOmittedFromDocumentAndLinesOnRequest() {
    String input = tle(36508, 50) + tle(5, 40);
    JsonNode whole = MAPPER.readTree(body(post("", input)));
    whole.get("objects").forEach(object -> ((ObjectNode) object).remove("windows"));

    JsonNode document = MAPPER.readTree(body(post("?windows=false", input)));
    String lines =
        client
            .post()
            .uri("/api/v1/detections?windows=false")
            .contentType(MediaType.TEXT_PLAIN)
            .accept(MediaType.APPLICATION_NDJSON)
            .body(input)
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    assertThat(document).isEqualTo(whole);
    assertThat(String.valueOf(lines).lines().limit(2).map(MAPPER::readTree))
        .containsExactlyElementsOf(whole.get("objects"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', tle",
    "'', json",
    "application/octet-stream, tle",
    "application/octet-stream, json",
    "application/x-www-form-urlencoded, tle",
    "application/x-www-form-urlencoded; charset=UTF-8, json"
  })
  void formatIsRecognizedFromTheContentIfTheTypeIsGeneric(String type, String format)
      throws IOException, InterruptedException {
    String lines = tle(36508, 60);
    String input = format.equals("json") ? CryoSatText.gpJson(36508, 60) : lines;

    HttpResponse<String> answer = send(type, input);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().replace("\"name\":\"CRYOSAT 2\"", "\"name\":null"))
        .isEqualTo(body(post("?minConfidence=0", lines)));
  }

  @Test
  void multipartFormIsRefusedWithAdvice() throws IOException, InterruptedException {
    HttpResponse<String> answer = send("multipart/form-data; boundary=x", "--x--");

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body())
        .contains(
            "unsupported-media-type", "Send the data as the request body, not as a form field");
  }

  private HttpResponse<String> send(String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/detections?minConfidence=0"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header(HttpHeaders.CONTENT_TYPE, type);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void linesHaveTheSameObjectsAsTheDocument() {
    String input = tle(36508, 50) + "1 00005U broken\n" + tle(5, 40) + tle(7, 1);
    JsonNode document = MAPPER.readTree(body(post("?minConfidence=0", input)));
    EntityExchangeResult<String> answer =
        client
            .post()
            .uri("/api/v1/detections?minConfidence=0")
            .contentType(MediaType.TEXT_PLAIN)
            .accept(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_PROBLEM_JSON)
            .body(input)
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType(MediaType.APPLICATION_NDJSON)
            .expectHeader()
            .valueEquals("X-Objects", "3")
            .expectBody(String.class)
            .returnResult();
    List<JsonNode> lines =
        String.valueOf(answer.getResponseBody()).lines().map(MAPPER::readTree).toList();

    assertThat(lines.subList(0, 3)).containsExactlyElementsOf(document.get("objects"));
    assertThat(lines.get(2).at("/error/code").asString()).isEqualTo("too-few-element-sets");
    assertThat(lines.get(3).get("rejected")).isEqualTo(document.get("rejected"));
    assertThat(lines.get(3).get("model")).isEqualTo(document.get("model"));
    assertThat(lines).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json, application/x-ndjson;q=0.5"})
  void clientsThatDoNotPreferLinesGetADocument(String accept) {
    client
        .post()
        .uri("/api/v1/detections")
        .contentType(MediaType.TEXT_PLAIN)
        .header(HttpHeaders.ACCEPT, accept)
        .body(tle(36508, 3))
        .exchange()
        .expectHeader()
        .contentType(MediaType.APPLICATION_JSON);
  }

  private static double greatest(JsonNode column) {
    return column
        .valueStream()
        .filter(JsonNode::isNumber)
        .mapToDouble(JsonNode::asDouble)
        .max()
        .orElseThrow();
  }

  private RestTestClient.ResponseSpec post(String query, String body) {
    return client
        .post()
        .uri("/api/v1/detections" + query)
        .contentType(body.startsWith("[") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }

  private static String body(RestTestClient.ResponseSpec response) {
    return String.valueOf(
        response.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
  }
}

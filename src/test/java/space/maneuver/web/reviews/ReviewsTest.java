package space.maneuver.web.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What analysts tell the running service of its maneuvers. */
@HttpTest
class ReviewsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String MANEUVERS = "/api/v1/maneuvers";
  private static final String REVIEWS = "/api/v1/reviews";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Autowired private RestTestClient client;

  private final String history = SimulatedTles.days200();
  private final int object = PublishedTexts.read(history).get(0).noradId();

  @BeforeEach
  void searchTheHistoryAnew() throws Exception {
    send(HttpMethod.DELETE, "/api/v1/objects/" + object, "");
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.TEXT_PLAIN)
        .body(history)
        .exchange()
        .expectStatus()
        .isOk();
    Instant end = Instant.now().plus(LONGEST);
    while (get("/api/v1/objects/" + object).get("searchedThrough").isNull()) {
      assertThat(Instant.now()).as("the search takes too long").isBefore(end);
      Thread.sleep(50);
    }
  }

  @Test
  void verdictIsARevisionThatTheFeedTells() {
    JsonNode before = first();
    String path = MANEUVERS + "/" + before.get("id").asLong();
    long last = get("/api/v1/changes").get("last").asLong();

    Answer answer = put(path, "{\"verdict\":\"burn\",\"note\":\"seen\"}");

    assertThat(answer.status).isEqualTo(200);
    assertThat(answer.body).isEqualTo(get(path));
    assertThat(answer.body.get("revision").asInt()).isEqualTo(before.get("revision").asInt() + 1);
    JsonNode review = answer.body.get("review");
    assertThat(review.get("verdict").asString()).isEqualTo("burn");
    assertThat(review.get("start")).isEqualTo(before.get("earliest"));
    assertThat(review.get("end")).isEqualTo(before.get("latest"));
    assertThat(review.get("note").asString()).isEqualTo("seen");
    assertThat(review.get("by").isNull()).isTrue();
    JsonNode told = get("/api/v1/changes?after=" + last + "&backfill=true").at("/changes/0");
    assertThat(told.get("type").asString()).isEqualTo("maneuver.updated");
    assertThat(told.get("reason").asString()).isEqualTo("review");
    assertThat(told.get("maneuver")).isEqualTo(answer.body);
    assertThat(get(path + "/revisions").at("/revisions").values())
        .last()
        .satisfies(each -> assertThat(each.get("maneuver")).isEqualTo(answer.body));
  }

  @Test
  void sameVerdictAgainChangesNothing() {
    String path = MANEUVERS + "/" + first().get("id").asLong();
    Answer first = put(path, "{\"verdict\":\"unsure\"}");

    Answer second = put(path, "{\"verdict\":\"unsure\",\"note\":null}");

    assertThat(second.body).isEqualTo(first.body);
  }

  @Test
  void verdictIsReplacedAndTakenBack() {
    String path = MANEUVERS + "/" + first().get("id").asLong();
    JsonNode first = put(path, "{\"verdict\":\"burn\"}").body;
    JsonNode second =
        put(
                path,
                "{\"verdict\":\"no-burn\",\"start\":\"2010-01-01T00:00:00+01:00\","
                    + "\"end\":\"2010-01-02T00:00:00Z\"}")
            .body;

    assertThat(second.at("/review/id")).isEqualTo(first.at("/review/id"));
    assertThat(second.at("/review/start").asString()).isEqualTo("2009-12-31T23:00:00Z");
    assertThat(reviews()).hasSize(1);

    assertThat(send(HttpMethod.DELETE, path + "/review", "").status).isEqualTo(204);
    assertThat(get(path).get("review").isNull()).isTrue();
    assertThat(reviews()).isEmpty();
    int revision = get(path).get("revision").asInt();
    assertThat(send(HttpMethod.DELETE, path + "/review", "").status).isEqualTo(204);
    assertThat(get(path).get("revision").asInt()).isEqualTo(revision);
  }

  @Test
  void reviewsAreListedAndRemoved() {
    JsonNode maneuver = first();
    put(MANEUVERS + "/" + maneuver.get("id").asLong(), "{\"verdict\":\"burn\",\"note\":\"=1\"}");
    Answer added =
        send(
            HttpMethod.POST,
            REVIEWS,
            stretch("quiet", "2010-02-01T00:00:00Z", "2010-02-03T00:00:00Z"));

    assertThat(added.status).isEqualTo(201);
    assertThat(reviews()).hasSize(2);
    assertThat(reviews().get(1)).isEqualTo(added.body);
    assertThat(get(REVIEWS + "?noradId=1").get("reviews")).isEmpty();
    String table = text(REVIEWS + "?format=csv&noradId=" + object);
    assertThat(table).startsWith("id,norad_id,maneuver_id,verdict,start,end,note,by,at\n");
    assertThat(table.lines()).hasSize(3);
    assertThat(table).contains(",'=1,,");

    for (JsonNode each : reviews()) {
      String path = REVIEWS + "/" + each.get("id").asLong();
      assertThat(send(HttpMethod.DELETE, path, "").status).isEqualTo(204);
      assertThat(send(HttpMethod.DELETE, path, "").status).isEqualTo(404);
    }
    assertThat(reviews()).isEmpty();
    assertThat(first().get("review").isNull()).isTrue();
  }

  @Test
  void reviewsGoWithTheirObject() {
    send(HttpMethod.POST, REVIEWS, stretch("burn", "2010-02-01T00:00:00Z", "2010-02-01T00:00:00Z"));

    send(HttpMethod.DELETE, "/api/v1/objects/" + object, "");

    assertThat(reviews()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|verdict|",
        "{'verdict':'quiet'}|verdict|quiet",
        "{'verdict':7}|verdict|7",
        "{'verdict':'burn','start':'2010-01-01T00:00:00Z'}|end|",
        "{'verdict':'burn','start':'monday','end':'2010-01-01T00:00:00Z'}|start|monday",
        "{'verdict':'burn','start':'2010-01-02T00:00:00Z','end':'2010-01-01T00:00:00Z'}"
            + "|end|2010-01-01T00:00:00Z",
        "{'verdict':'burn','start':'1900-01-02T00:00:00Z','end':'2010-01-01T00:00:00Z'}"
            + "|start|1900-01-02T00:00:00Z",
        "{'verdict':'burn','note':4}|note|4",
        "{'verdict':'burn','by':'me'}|by|me",
        "[]|body|",
        "{'verdict':'burn'} 1|body|"
      })
  void faultOfAVerdictIsNamed(String body, String field, String value) {
    Answer answer = put(MANEUVERS + "/" + first().get("id").asLong(), body.replace('\'', '"'));

    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.body.get("code").asString()).isEqualTo("invalid-review");
    assertThat(answer.body.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(answer.body.at("/errors/0/place").asString()).isEqualTo("body");
    assertThat(answer.body.at("/errors/0/value").asString(""))
        .isEqualTo(value == null ? "" : value);
    assertThat(first().get("review").isNull()).isTrue();
  }

  @Test
  void longNoteIsRefused() {
    String path = MANEUVERS + "/" + first().get("id").asLong();
    String fitting = "{\"verdict\":\"burn\",\"note\":\"" + "a".repeat(1_000) + "\"}";

    assertThat(put(path, fitting.replace("aa\"", "aaa\"")).body.get("code").asString())
        .isEqualTo("invalid-review");
    assertThat(put(path, " ".repeat(20_000) + fitting).status).isEqualTo(413);
    assertThat(put(path, fitting).status).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "burn, 2010-01-02T00:00:00Z,, end",
    "no-burn, 2010-01-02T00:00:00Z, 2010-01-03T00:00:00Z, verdict",
    "quiet, 2010-01-02T00:00:00Z, 2010-01-02T00:00:00Z, end"
  })
  void faultOfAStretchIsNamed(String verdict, String start, String end, String field) {
    Answer answer = send(HttpMethod.POST, REVIEWS, stretch(verdict, start, end));

    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.body.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void whatIsNotInTheCatalogueIs404() {
    String unknown = stretch("quiet", "2010-01-02T00:00:00Z", "2010-01-03T00:00:00Z");
    expect(send(HttpMethod.POST, REVIEWS, unknown.replace("" + object, "7")), "unknown-object");
    expect(put(MANEUVERS + "/999999", "{\"verdict\":\"burn\"}"), "unknown-maneuver");
    expect(put(MANEUVERS + "/x", "{\"verdict\":\"burn\"}"), "unknown-maneuver");
    expect(send(HttpMethod.DELETE, MANEUVERS + "/999999/review", ""), "unknown-maneuver");
    expect(send(HttpMethod.DELETE, REVIEWS + "/999999", ""), "unknown-review");
    expect(send(HttpMethod.DELETE, REVIEWS + "/x", ""), "unknown-review");
  }

  @Test
  void malformedJsonIsSaidToBe() {
    Answer answer = put(MANEUVERS + "/" + first().get("id").asLong(), "{\"verdict\":");

    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.body.get("code").asString()).isEqualTo("malformed-json");
  }

  private static void expect(Answer answer, String code) {
    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.body.get("code").asString()).isEqualTo(code);
  }

  private String stretch(String verdict, String start, String end) {
    String until = end == null ? "" : ",\"end\":\"" + end + "\"";
    return "{\"noradId\":%d,\"verdict\":\"%s\",\"start\":\"%s\"%s}"
        .formatted(object, verdict, start, until);
  }

  private JsonNode first() {
    return get(MANEUVERS + "?sort=epoch&limit=1&noradId=" + object).at("/maneuvers/0");
  }

  private JsonNode reviews() {
    return get(REVIEWS + "?noradId=" + object).get("reviews");
  }

  private record Answer(int status, JsonNode body) {}

  private Answer put(String maneuver, String body) {
    return send(HttpMethod.PUT, maneuver + "/review", body);
  }

  private Answer send(HttpMethod method, String path, String body) {
    RestTestClient.RequestBodySpec request = client.method(method).uri(path);
    if (!body.isEmpty()) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var result = request.exchange().returnResult(byte[].class);
    byte[] bytes = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        bytes == null || bytes.length == 0 ? MAPPER.missingNode() : MAPPER.readTree(bytes));
  }

  private String text(String path) {
    return new String(
        Objects.requireNonNull(
            client
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody()),
        StandardCharsets.UTF_8);
  }

  private JsonNode get(String path) {
    return MAPPER.readTree(text(path));
  }
}

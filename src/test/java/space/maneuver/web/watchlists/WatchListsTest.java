package space.maneuver.web.watchlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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

/** Watch lists of the running service, and what they leave of its lists. */
@HttpTest
class WatchListsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String LISTS = "/api/v1/watchlists";
  private static final String LIST = LISTS + "/fleet";

  @Autowired private RestTestClient client;

  private final String histories = SimulatedTles.objects(12);
  private final List<Integer> numbers =
      PublishedTexts.read(histories).stream().map(each -> each.noradId()).distinct().toList();

  @BeforeEach
  void store() {
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.TEXT_PLAIN)
        .body(histories)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @AfterEach
  void remove() {
    for (JsonNode each : get(LISTS).get("watchlists")) {
      send(HttpMethod.DELETE, LISTS + "/" + each.get("name").asString(), null);
    }
    numbers.forEach(each -> send(HttpMethod.DELETE, "/api/v1/objects/" + each, null));
  }

  @Test
  void isAddedReplacedListedAndRemoved() {
    Answer added = send(HttpMethod.PUT, LIST, "{\"objects\":[5,3,5],\"regimes\":[\"geo\"]}");

    assertThat(added.status).isEqualTo(201);
    assertThat(added.body.get("objects")).hasToString("[3,5]");
    assertThat(added.body.get("regimes")).hasToString("[\"GEO\"]");
    assertThat(get(LIST)).isEqualTo(added.body);

    Answer replaced = send(HttpMethod.PUT, LIST, "{\"query\":\" iss \"}");

    assertThat(replaced.status).isEqualTo(200);
    assertThat(replaced.body.get("objects")).isEmpty();
    assertThat(replaced.body.get("query").asString()).isEqualTo("iss");
    assertThat(get(LISTS).get("watchlists").values()).containsExactly(replaced.body);

    assertThat(send(HttpMethod.DELETE, LIST, null).status).isEqualTo(204);
    assertThat(send(HttpMethod.DELETE, LIST, null).status).isEqualTo(404);
    assertThat(send(HttpMethod.GET, LIST, null).body.get("code").asString())
        .isEqualTo("unknown-watchlist");
  }

  @Test
  void objectsAreThoseOfTheUnion() {
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    String inGeo = "/api/v1/objects?regime=GEO&limit=1000";
    List<Integer> expected = new ArrayList<>(listed(inGeo));
    expected.addAll(List.of(first, last));

    send(
        HttpMethod.PUT,
        LIST,
        "{\"objects\":[%d,999999],\"regimes\":[\"GEO\"],\"query\":\"%d\"}".formatted(first, last));

    assertThat(listed("/api/v1/objects?watchlist=fleet&limit=1000"))
        .containsExactlyElementsOf(expected.stream().distinct().sorted().toList());
  }

  @Test
  void pagesOfAListKeepTheWatchList() {
    send(HttpMethod.PUT, LIST, "{\"objects\":%s}".formatted(numbers.subList(0, 5)));
    List<Integer> found = new ArrayList<>();
    JsonNode page = get("/api/v1/objects?watchlist=fleet&limit=2");
    found.addAll(numbers(page));
    while (page.get("next").isString()) {
      page = get("/api/v1/objects?limit=2&cursor=" + page.get("next").asString());
      found.addAll(numbers(page));
    }

    assertThat(found).isEqualTo(numbers.stream().sorted().limit(5).toList());
  }

  @Test
  void listIsEvaluatedWhenItIsUsed() {
    int number = numbers.get(3);
    send(HttpMethod.DELETE, "/api/v1/objects/" + number, null);
    send(HttpMethod.PUT, LIST, "{\"objects\":[%d]}".formatted(number));
    assertThat(listed("/api/v1/objects?watchlist=fleet")).isEmpty();

    store();

    assertThat(listed("/api/v1/objects?watchlist=fleet")).containsExactly(number);
  }

  @Test
  void feedTellsOnlyOfItsObjects() {
    long last = get("/api/v1/changes").get("last").asLong();
    send(HttpMethod.PUT, LIST, "{\"objects\":[%d]}".formatted(numbers.get(1)));
    send(HttpMethod.DELETE, "/api/v1/objects/" + numbers.get(1), null);
    send(HttpMethod.DELETE, "/api/v1/objects/" + numbers.get(2), null);

    JsonNode changes =
        get("/api/v1/changes?watchlist=fleet&types=object.deleted&after=" + last).get("changes");

    assertThat(changes.values())
        .extracting(each -> each.get("noradId").asInt())
        .containsExactly(numbers.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/objects?watchlist=none",
    "/api/v1/maneuvers?watchlist=none",
    "/api/v1/changes?watchlist=none",
    "/api/v1/changes?watchlist=none&after=0",
    "/api/v1/changes/stream?watchlist=none"
  })
  void unknownNameIs404(String path) {
    Answer answer = send(HttpMethod.GET, path, null);

    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.body.get("code").asString()).isEqualTo("unknown-watchlist");
    assertThat(answer.body.at("/errors/0/field").asString()).isEqualTo("watchlist");
    assertThat(answer.body.at("/errors/0/value").asString()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | objects",
        "{'objects':[]} | objects",
        "{'objects':[0]} | objects",
        "{'objects':[1.5]} | objects",
        "{'objects':['5']} | objects",
        "{'objects':7} | objects",
        "{'regimes':['LOW']} | regimes",
        "{'regimes':'LEO'} | regimes",
        "{'query':''} | query",
        "{'query':7} | query",
        "{'objects':[5],'names':[]} | names"
      })
  void faultOfTheBodyIsNamed(String body, String field) {
    Answer answer = send(HttpMethod.PUT, LIST, body.replace('\'', '"'));

    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.body.get("code").asString()).isEqualTo("invalid-watchlist");
    assertThat(answer.body.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(send(HttpMethod.GET, LIST, null).status).isEqualTo(404);
  }

  @Test
  void nameAndNumberOfObjectsAreLimited() {
    assertThat(send(HttpMethod.PUT, LISTS + "/a b", "{\"objects\":[5]}").status).isEqualTo(400);
    assertThat(send(HttpMethod.PUT, LISTS + "/" + "a".repeat(65), "{\"objects\":[5]}").status)
        .isEqualTo(400);
    List<Integer> many = IntStream.rangeClosed(1, 10_001).boxed().toList();
    assertThat(send(HttpMethod.PUT, LIST, "{\"objects\":%s}".formatted(many)).status)
        .isEqualTo(400);
    assertThat(
            send(HttpMethod.PUT, LIST, "{\"objects\":%s}".formatted(many.subList(0, 10_000)))
                .status)
        .isEqualTo(201);
    List<Integer> huge = Collections.nCopies(600_000, 5);
    assertThat(send(HttpMethod.PUT, LIST, "{\"objects\":%s}".formatted(huge)).status)
        .isEqualTo(413);
  }

  private List<Integer> listed(String path) {
    return numbers(get(path));
  }

  private static List<Integer> numbers(JsonNode page) {
    return page.get("objects").values().stream().map(each -> each.get("noradId").asInt()).toList();
  }

  private record Answer(int status, JsonNode body) {}

  private Answer send(HttpMethod method, String path, @Nullable String body) {
    RestTestClient.RequestBodySpec request = client.method(method).uri(path);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var result = request.exchange().returnResult(byte[].class);
    byte[] bytes = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        bytes == null || bytes.length == 0 ? MAPPER.missingNode() : MAPPER.readTree(bytes));
  }

  private JsonNode get(String path) {
    Answer answer = send(HttpMethod.GET, path, null);
    assertThat(answer.status).isEqualTo(200);
    return answer.body;
  }
}

package space.maneuver.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class ObjectsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String LINE =
      "{\"OBJECT_NAME\":\"%s\",\"OBJECT_ID\":\"2019-%03dA\",\"OBJECT_TYPE\":\"PAYLOAD\","
          + "\"NORAD_CAT_ID\":%d,\"EPOCH\":\"2026-01-%02dT00:00:00.123456\","
          + "\"MEAN_MOTION\":%s,\"ECCENTRICITY\":0.001,\"INCLINATION\":51.6,"
          + "\"RA_OF_ASC_NODE\":10.5,\"ARG_OF_PERICENTER\":20.5,\"MEAN_ANOMALY\":30.5,"
          + "\"BSTAR\":0.0001}\n";

  @Autowired private RestTestClient client;

  @BeforeEach
  void store() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String motion = i % 3 == 0 ? "1.0027" : "15.1";
      // Every second object has the same name and epoch as the one before.
      lines.append(String.format(LINE, "PAGED " + i / 2, i, 71_000 + i, 1 + i / 2, motion));
    }
    lines.append(String.format(LINE, "50%_OFF", 99, 71_099, 1, "15.1"));
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body(lines.toString())
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void objectHasItsOrbitAndSpan() {
    client
        .get()
        .uri("/api/v1/objects/71001")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"noradId":71001,"name":"PAGED 0","internationalDesignator":"2019-001A",
             "objectType":"PAYLOAD","regime":"LEO","elementSets":1,
             "firstEpoch":"2026-01-01T00:00:00.123456Z","lastEpoch":"2026-01-01T00:00:00.123456Z",
             "inclinationDeg":51.6,
             "maneuversLast30Days":0,"probability30Days":null,"lastManeuver":null}
            """)
        .jsonPath("$.perigeeKm")
        .value(Double.class, perigee -> assertThat(perigee).isCloseTo(529.29, within(.01)))
        .jsonPath("$.apogeeKm")
        .value(Double.class, apogee -> assertThat(apogee).isCloseTo(543.118, within(.01)));
  }

  @ParameterizedTest
  @CsvSource({
    "noradId, 71000 71001 71002 71003 71004 71005 71006 71007 71008 71009 71010 71011",
    "name, 71000 71001 71002 71003 71004 71005 71006 71007 71008 71009 71010 71011",
    "-lastEpoch, 71010 71011 71008 71009 71006 71007 71004 71005 71002 71003 71000 71001",
    "-lastManeuver, 71000 71001 71002 71003 71004 71005 71006 71007 71008 71009 71010 71011",
    "-probability30Days, 71000 71001 71002 71003 71004 71005 71006 71007 71008 71009 71010 71011"
  })
  void pagesHaveEveryObjectOnceInOrder(String sort, String numbers) {
    String expected = numbers;
    for (int limit : List.of(1, 5, 12, 100)) {
      List<String> found = new ArrayList<>();
      String next = "?query=paged&sort=" + sort + "&limit=" + limit;
      while (next != null) {
        JsonNode page = get("/api/v1/objects" + next);
        assertThat(page.get("objects").size()).isLessThanOrEqualTo(limit);
        page.get("objects").forEach(each -> found.add(each.get("noradId").asString()));
        JsonNode cursor = page.get("next");
        next = cursor.isNull() ? null : "?limit=" + limit + "&cursor=" + cursor.stringValue();
      }
      assertThat(String.join(" ", found)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "query=PAGED 3, 71006 71007",
    "query=paged 3, 71006 71007",
    "query=2019-004, 71004",
    "query=71005, 71005",
    "query=50%25_o, 71099",
    "query=%25, 71099",
    "query=_, 71099",
    "query=paged&regime=GEO, 71000 71003 71006 71009",
    "query=paged&regime=geo&sort=-lastEpoch, 71009 71006 71003 71000",
    "'query=50&regime=LEO,MEO', 71099",
    "query=no such object, ''"
  })
  void filtersAreCombined(String query, String numbers) {
    List<String> found = new ArrayList<>();
    get("/api/v1/objects?" + query.replace(" ", "%20"))
        .get("objects")
        .forEach(each -> found.add(each.get("noradId").asString()));

    assertThat(String.join(" ", found)).isEqualTo(numbers);
  }

  @Test
  void cursorGoesWithItsOwnFiltersAndOrderOnly() {
    String next = get("/api/v1/objects?query=paged&limit=1").get("next").stringValue();

    assertThat(get("/api/v1/objects?query=paged&cursor=" + next).get("objects")).hasSize(11);
    for (String other :
        List.of(
            "query=other&cursor=" + next,
            "query=paged&sort=name&cursor=" + next,
            "query=paged&regime=LEO&cursor=" + next,
            "cursor=" + next.substring(0, next.length() / 2),
            "cursor=e30",
            "cursor=%C3%A4")) {
      client
          .get()
          .uri(URI.create("/api/v1/objects?" + other))
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("invalid-cursor");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=1001, limit",
    "limit=many, limit",
    "sort=epoch, sort",
    "regime=LOW, regime",
    "watchList=x, watchList",
    "sort=name&sort=name, sort"
  })
  void invalidParameterIsNamed(String query, String field) {
    client
        .get()
        .uri("/api/v1/objects?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-parameter")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private JsonNode get(String path) {
    return MAPPER.readTree(
        Objects.requireNonNull(
            client
                .get()
                .uri(URI.create(path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
  }
}

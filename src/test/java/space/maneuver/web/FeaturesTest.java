package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.SessionFactory;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.testing.CryoSatText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class FeaturesTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private RestTestClient client;
  @Autowired private SessionFactory service;

  @Test
  void responseCanBePostedToPredictionsUnchanged() {
    String features = text(post("?days=30", CryoSatText.tle(36508, 70)));
    int windows = MAPPER.readTree(features).get("windows").size();

    assertThat(windows).isGreaterThan(1);
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .body(features)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.predictions.length()")
        .isEqualTo(windows)
        .jsonPath("$.predictions[*].error")
        .doesNotExist();
  }

  @Test
  void windowsOfAllObjectsAreInTheOrderOfTheObjects() {
    List<String> objects =
        IntStream.range(0, 12).mapToObj(i -> CryoSatText.tle(500 - i, 70 - i)).toList();

    JsonNode together =
        MAPPER.readTree(text(post("?days=30", String.join("", objects)))).get("windows");

    List<JsonNode> alone = new ArrayList<>();
    for (String object : objects) {
      MAPPER.readTree(text(post("?days=30", object))).get("windows").forEach(alone::add);
    }
    assertThat(together).containsExactlyElementsOf(alone);
  }

  @Test
  void numbersParseToTheSameFloats() throws IOException {
    String lines = CryoSatText.tle(36508, 70);
    List<ElementSet> published = new ArrayList<>();
    ElementSetReader.read(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)),
        ElementSetFormat.TLE,
        published::add,
        rejection -> {});
    List<FeatureWindow> expected = features(History.of(published));
    JsonNode windows = MAPPER.readTree(text(post("?days=60", lines))).get("windows");

    assertThat(windows.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      FeatureWindow window = expected.get(i);
      JsonNode rows = windows.get(i).get("features");
      assertThat(rows.size()).isEqualTo(window.steps());
      for (int cell = 0; cell < window.values().length; cell++) {
        JsonNode row = rows.get(cell / window.width());
        JsonNode number = row.isNull() ? row : row.get(cell % window.width());
        float read = number.isNull() ? Float.NaN : Float.parseFloat(number.asString());
        assertThat(Float.valueOf(read)).isEqualTo(Float.valueOf(window.values()[cell]));
      }
    }
  }

  private List<FeatureWindow> features(History history) {
    try (ModelSession session = service.open(null)) {
      return FeatureWindows.of(
          session.bundle().features().sampling(), history, 60, 1, SolarFlux.NONE);
    }
  }

  @Test
  void strideThinsTheWindowsButKeepsTheLastOne() {
    JsonNode daily = MAPPER.readTree(text(post("?days=30", CryoSatText.tle(36508, 70))));
    JsonNode weekly =
        MAPPER.readTree(text(post("?days=30&strideDays=7", CryoSatText.tle(36508, 70))));

    assertThat(weekly.get("windows").size()).isLessThan(daily.get("windows").size());
    assertThat(weekly.at("/windows/" + (weekly.get("windows").size() - 1)))
        .isEqualTo(daily.at("/windows/" + (daily.get("windows").size() - 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', days, ",
    "?days=31, days, 31",
    "?days=0, days, 0",
    "?days=thirty, days, thirty",
    "?days=30&strideDays=0, strideDays, 0",
    "?days=30&strideDays=3651, strideDays, 3651",
    "?days=30&strideDays=1.5, strideDays, 1.5"
  })
  void invalidParameterIsReported(String query, String field, String value) {
    RestTestClient.BodyContentSpec body =
        post(query, CryoSatText.tle(36508, 2))
            .expectStatus()
            .isBadRequest()
            .expectBody()
            .jsonPath("$.code")
            .isEqualTo("invalid-parameter")
            .jsonPath("$.errors[0].field")
            .isEqualTo(field)
            .jsonPath("$.errors[0].place")
            .isEqualTo("query");
    if (value != null) {
      body.jsonPath("$.errors[0].value").isEqualTo(value);
    }
  }

  private RestTestClient.ResponseSpec post(String query, String body) {
    return client
        .post()
        .uri("/api/v1/features" + query)
        .contentType(body.startsWith("[") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
        .body(body)
        .exchange();
  }

  private static String text(RestTestClient.ResponseSpec response) {
    String body =
        response.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
    return String.valueOf(body);
  }
}

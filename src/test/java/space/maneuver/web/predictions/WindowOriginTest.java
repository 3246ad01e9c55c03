package space.maneuver.web.predictions;

import static space.maneuver.web.WindowText.window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.CryoSatText;
import space.maneuver.web.HttpTest;

@HttpTest
class WindowOriginTest {

  private static final String DAILY = "?model=maneuver-lstm-daily";

  @Autowired private RestTestClient client;

  @Test
  void featuresOfOneModelAreRefusedByAnother() {
    String features =
        client
            .post()
            .uri("/api/v1/features?days=30")
            .contentType(MediaType.TEXT_PLAIN)
            .body(CryoSatText.tle(36508, 50))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    post(DAILY, MediaType.APPLICATION_JSON, String.valueOf(features))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("wrong-model")
        .jsonPath("$.errors[0].field")
        .isEqualTo("schema")
        .jsonPath("$.errors[0].value")
        .isEqualTo("element-set-gaps")
        .jsonPath("$.errors[0].place")
        .isEqualTo("body")
        .jsonPath("$.errors[0].reason")
        .isEqualTo(
            "must be daily-mean-elements for model maneuver-lstm-daily; these windows were made for"
                + " maneuver-lstm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":{\"name\":\"maneuver-lstm\",\"version\":\"2.0.0\"},\"windows\":[%s]}",
        "{\"windows\":[%s],\"model\":{\"version\":\"2.0.0\",\"name\":\"maneuver-lstm\"}}",
        "{\"windows\":[%s],\"model\":{\"name\":\"maneuver-lstm-daily\"},\"schema\":\"other\"}"
      })
  void windowsOfEqualWidthForAnotherModelAreRefused(String body) {
    post(DAILY, MediaType.APPLICATION_JSON, body.formatted(window("a", 30)))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("wrong-model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":{\"name\":\"maneuver-lstm-daily\",\"version\":\"0.9.0\"},\"windows\":[%s]}",
        "{\"model\":{\"name\":\"mine\"},\"schema\":\"daily-mean-elements\",\"windows\":[%s]}",
        "{\"model\":\"a note\",\"schema\":null,\"windows\":[%s]}"
      })
  void windowsOfTheSameFeaturesAreAccepted(String body) {
    post(DAILY, MediaType.APPLICATION_JSON, body.formatted(window("a", 30)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.predictions[0].probability")
        .isNumber();
  }

  @Test
  void windowForAnotherModelAffectsOnlyItsPlaceInListOrLines() {
    String other = window("b", 30).replace("{\"id\"", "{\"model\":{\"name\":\"mine\"},\"id\"");

    post(DAILY, MediaType.APPLICATION_JSON, "{\"windows\":[" + window("a", 30) + "," + other + "]}")
        .expectBody()
        .jsonPath("$.predictions[0].probability")
        .isNumber()
        .jsonPath("$.predictions[1].error.code")
        .isEqualTo("wrong-model")
        .jsonPath("$.predictions[1].error.field")
        .isEqualTo("windows[1].model.name");
    post(DAILY, MediaType.APPLICATION_NDJSON, other)
        .expectBody()
        .jsonPath("$.id")
        .isEqualTo("b")
        .jsonPath("$.error.field")
        .isEqualTo("model.name")
        .jsonPath("$.error.value")
        .isEqualTo("mine")
        .jsonPath("$.error.place")
        .isEqualTo("line 1");
  }

  private RestTestClient.ResponseSpec post(String query, MediaType type, String body) {
    return client.post().uri("/api/v1/predictions" + query).contentType(type).body(body).exchange();
  }
}

package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class PredictionsTest {

  @Autowired private RestTestClient client;

  @Test
  void windowsOf30And60DaysAreAnsweredTogether() {
    post("", request(window("a", 30), window("b", 60)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.model.name")
        .isNotEmpty()
        .jsonPath("$.model.version")
        .isNotEmpty()
        .jsonPath("$.predictions[0].id")
        .isEqualTo("a")
        .jsonPath("$.predictions[0].probability")
        .value(Double.class, p -> assertThat(p).isBetween(0.0, 1.0))
        .jsonPath("$.predictions[0].threshold")
        .value(Double.class, t -> assertThat(t).isBetween(0.0, 1.0))
        .jsonPath("$.predictions[0].maneuver")
        .isBoolean()
        .jsonPath("$.predictions[0].steps")
        .doesNotExist()
        .jsonPath("$.predictions[0].error")
        .doesNotExist()
        .jsonPath("$.predictions[1].id")
        .isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson"})
  void probabilityOfAWindowIsTheSameWithSteps(String type) {
    List<String> rows = new ArrayList<>(Collections.nCopies(30, row("0.01")));
    rows.set(12, row("3"));
    String window = window("burn", "30", rows);
    String body = type.equals("application/json") ? request(window) : window;

    double without = probability("?model=maneuver-lstm", type, body);

    assertThat(probability("?model=maneuver-lstm&steps=true", type, body))
        .isCloseTo(without, within(1e-5));
  }

  private static String row(String value) {
    return "[" + String.join(",", Collections.nCopies(30, value)) + "]";
  }

  private double probability(String query, String type, String body) {
    String answer =
        String.valueOf(
            client
                .post()
                .uri("/api/v1/predictions" + query)
                .header("Content-Type", type)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    return new JsonMapper().readTree(answer).findValue("probability").asDouble();
  }

  @Test
  void stepsAreReturnedOnRequest() {
    post("?steps=true", request(window("a", 30), window("b", 60)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.predictions[0].steps.length()")
        .isEqualTo(30)
        .jsonPath("$.predictions[1].steps.length()")
        .isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm-daily", "maneuver-lstm-daily:1.1.0"})
  void modelMayBeNamedWithAndWithoutItsVersion(String model) {
    post("?model=" + model, request(window("a", 30)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.model.name")
        .isEqualTo("maneuver-lstm-daily")
        .jsonPath("$.model.version")
        .isEqualTo("1.1.0");
  }

  @ParameterizedTest
  @CsvSource({"8, maneuver-lstm-daily", "30, maneuver-lstm"})
  void windowsWithoutAModelNameFindTheirModelByWidth(int channels, String model) {
    String row = "[" + "0,".repeat(channels - 1) + "0]";
    String rows = "[null," + (row + ",").repeat(28) + row + "]";

    post("", request("{\"days\":30,\"features\":" + rows + "}"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.model.name")
        .isEqualTo(model);
  }

  @Test
  void unknownFieldsAreIgnored() {
    String body =
        "{\"objects\":{\"name\":\"x\"},\"rejected\":[[{}]],\"windows\":["
            + window("a", 30)
            + "],\"n\":1}";

    assertThat(text(post("", body))).isEqualTo(text(post("", request(window("a", 30)))));
  }

  @Test
  void optionalFieldsMayBeNullAndTimesMayHaveOffsets() {
    String window =
        "{\"id\":null,\"noradId\":null,\"start\":\"2010-05-01T02:00:00+02:00\","
            + window("a", 30).substring("{\"id\":\"a\",".length());
    post("", request(window))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.predictions[0].id")
        .doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                     | 400 | malformed-json",
        "{                                      | 400 | malformed-json",
        "{\"windows\":[                         | 400 | malformed-json",
        "{\"windows\":[{\"features\":[[1,2      | 400 | malformed-json",
        "{\"windows\":[]} x                     | 400 | malformed-json",
        "{\"windows\":[]} {}                    | 400 | malformed-json",
        "{\"windows\":[],\"windows\":[]}        | 400 | malformed-json",
        "nul                                    | 400 | malformed-json",
        "{}                                     | 422 | no-windows",
        "{\"windows\":[]}                       | 422 | no-windows",
        "{\"windows\":{}}                       | 422 | no-windows",
        "{\"windows\":null}                     | 422 | no-windows",
        "[]                                     | 422 | no-windows",
        "5                                      | 422 | no-windows",
      })
  void bodyWithoutWindowsIsAProblem(String body, int status, String code) {
    post("", body)
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.type")
        .isEqualTo("urn:maneuver-detection:problem:" + code)
        .jsonPath("$.instance")
        .isEqualTo("/api/v1/predictions")
        .jsonPath("$.errors[0].reason")
        .isNotEmpty();
  }

  @Test
  void overlongNumberIsAProblem() {
    post("", "{\"windows\":[{\"days\":30,\"features\":[[" + "1".repeat(1100) + "]]}]}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("malformed-json");
  }

  @Test
  void malformedJsonIsReportedWithLineAndColumn() {
    post("", "{\n  \"windows\": [\n    {\"days\": 30,}\n]}")
        .expectBody()
        .jsonPath("$.errors[0].place")
        .value(String.class, place -> assertThat(place).startsWith("line 3, column "));
  }

  @ParameterizedTest
  @CsvSource({
    "?model=nobody, 404, unknown-model, model, nobody",
    "?model=maneuver-lstm-daily:9.9.9, 404, unknown-model, model, maneuver-lstm-daily:9.9.9",
    "?steps=maybe, 400, invalid-parameter, steps, maybe",
    "?step=true, 400, invalid-parameter, step, true",
    "?steps=true&Steps=false, 400, invalid-parameter, Steps, false",
    "?steps=true&steps=false, 400, invalid-parameter, steps, 'true, false'"
  })
  void invalidParameterIsReported(
      String query, int status, String code, String field, String value) {
    post(query, request(window("a", 30)))
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.errors[0].field")
        .isEqualTo(field)
        .jsonPath("$.errors[0].value")
        .isEqualTo(value)
        .jsonPath("$.errors[0].place")
        .isEqualTo("query");
  }

  @Test
  void unknownParameterIsReportedWithTheKnownOnes() {
    post("?treshold=.5", request(window("a", 30)))
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("Unknown query parameter 'treshold'; expected one of: model, steps.");
  }

  @Test
  void unknownModelIsReportedWithTheAvailableOnes() {
    post("?model=nobody", request(window("a", 30)))
        .expectBody()
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("maneuver-lstm-daily:1.1.0"));
  }

  private static String text(RestTestClient.ResponseSpec response) {
    return String.valueOf(
        response.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
  }

  private RestTestClient.ResponseSpec post(String query, String body) {
    return client
        .post()
        .uri("/api/v1/predictions" + query)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }
}

package space.maneuver.web.predictions;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.rows;
import static space.maneuver.web.WindowText.window;
import static space.maneuver.web.WindowText.withRow;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
class WindowFaultsTest {

  @Autowired private RestTestClient client;

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource
  void faultOfOneWindowIsReportedInItsPlaceAndAffectsNoOther(
      String code, String field, String value, String window) {
    String path = field.isEmpty() ? "windows[1]" : "windows[1]." + field;
    RestTestClient.BodyContentSpec body =
        client
            .post()
            .uri("/api/v1/predictions")
            .contentType(MediaType.APPLICATION_JSON)
            .body(request(window("before", 30), window, window("after", 60)))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .jsonPath("$.predictions.length()")
            .isEqualTo(3)
            .jsonPath("$.predictions[0].id")
            .isEqualTo("before")
            .jsonPath("$.predictions[0].probability")
            .isNumber()
            .jsonPath("$.predictions[1].probability")
            .doesNotExist()
            .jsonPath("$.predictions[1].error.code")
            .isEqualTo(code)
            .jsonPath("$.predictions[1].error.field")
            .isEqualTo(path)
            .jsonPath("$.predictions[1].error.place")
            .isEqualTo("windows[1]")
            .jsonPath("$.predictions[1].error.reason")
            .isNotEmpty()
            .jsonPath("$.predictions[2].id")
            .isEqualTo("after")
            .jsonPath("$.predictions[2].probability")
            .isNumber();
    if (value.isEmpty()) {
      body.jsonPath("$.predictions[1].error.value").doesNotExist();
    } else {
      body.jsonPath("$.predictions[1].error.value").isEqualTo(value);
    }
  }

  static Stream<Arguments> faultOfOneWindowIsReportedInItsPlaceAndAffectsNoOther() {
    return Stream.of(
        arguments("wrong-width", "features[4]", "7", withRow("x", "[1,2,3,4,5,6,7]")),
        arguments("wrong-width", "features[4]", "9", withRow("x", "[1,2,3,4,5,6,7,8,9]")),
        arguments("wrong-width", "features[4]", "0", withRow("x", "[]")),
        arguments("wrong-type", "features[4][2]", "3", withRow("x", "[1,2,\"3\",4,5,6,7,0]")),
        arguments("wrong-type", "features[4][2]", "true", withRow("x", "[1,2,true,4,5,6,7,0]")),
        arguments("wrong-type", "features[4][2]", "[...]", withRow("x", "[1,2,[3],4,5,6,7,0]")),
        arguments("wrong-type", "features[4]", "5", withRow("x", "5")),
        arguments("wrong-type", "features[4]", "{...}", withRow("x", "{\"a\":[1]}")),
        arguments("not-finite", "features[4][0]", "NaN", withRow("x", "[NaN,2,3,4,5,6,7,0]")),
        arguments(
            "not-finite", "features[4][0]", "Infinity", withRow("x", "[Infinity,2,3,4,5,6,7,0]")),
        arguments(
            "not-finite", "features[4][0]", "-Infinity", withRow("x", "[-Infinity,2,3,4,5,6,7,0]")),
        arguments("not-finite", "features[4][0]", "1e999", withRow("x", "[1e999,2,3,4,5,6,7,0]")),
        arguments("not-finite", "features[4][0]", "1e39", withRow("x", "[1e39,2,3,4,5,6,7,0]")),
        arguments("missing-value", "features[4][7]", "null", withRow("x", "[1,2,3,4,5,6,7,null]")),
        arguments("out-of-range", "days", "0", window("x", "0", rows(30))),
        arguments("out-of-range", "days", "1", window("x", "1", rows(1))),
        arguments("out-of-range", "days", "31", window("x", "31", rows(31))),
        arguments("out-of-range", "days", "61", window("x", "61", rows(61))),
        arguments("out-of-range", "days", "-30", window("x", "-30", rows(30))),
        arguments("out-of-range", "days", "1000000000000", window("x", "1000000000000", rows(30))),
        arguments("wrong-type", "days", "30.5", window("x", "30.5", rows(30))),
        arguments("wrong-type", "days", "30", window("x", "\"30\"", rows(30))),
        arguments("wrong-type", "days", "null", window("x", "null", rows(30))),
        arguments("wrong-steps", "features", "29", window("x", "30", rows(29))),
        arguments("wrong-steps", "features", "60", window("x", "30", rows(60))),
        arguments("wrong-steps", "features", "0", window("x", "30", rows(0))),
        arguments("too-many-steps", "features", "", window("x", "30", rows(1025))),
        arguments(
            "no-observation", "features", "", window("x", "30", Collections.nCopies(30, "null"))),
        arguments("missing-field", "days", "", "{\"features\":[]}"),
        arguments("missing-field", "features", "", "{\"days\":30}"),
        arguments("wrong-type", "features", "{...}", "{\"days\":30,\"features\":{}}"),
        arguments("wrong-type", "features", "null", "{\"days\":30,\"features\":null}"),
        arguments("wrong-type", "id", "7", "{\"id\":7}"),
        arguments("out-of-range", "id", "i".repeat(64), "{\"id\":\"" + "i".repeat(257) + "\"}"),
        arguments("wrong-type", "noradId", "36508", "{\"noradId\":\"36508\"}"),
        arguments("out-of-range", "noradId", "0", "{\"noradId\":0}"),
        arguments("out-of-range", "noradId", "1000000000", "{\"noradId\":1000000000}"),
        arguments("wrong-type", "start", "5", "{\"start\":5}"),
        arguments("out-of-range", "start", "yesterday", "{\"start\":\"yesterday\"}"),
        arguments("wrong-type", "", "5", "5"),
        arguments("wrong-type", "", "[...]", "[1,[2]]"),
        arguments("wrong-type", "", "null", "null"));
  }

  @Test
  void idOfAFaultyWindowIsReturned() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .body(request(withRow("mine", "[]"), window("other", 30)))
        .exchange()
        .expectBody()
        .jsonPath("$.predictions[0].id")
        .isEqualTo("mine");
  }

  @Test
  void requestWithoutUsableWindowsIsAProblemWithEachFault() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .body(request(window("a", "31", rows(31)), withRow("b", "[]")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("no-usable-window")
        .jsonPath("$.errors.length()")
        .isEqualTo(2)
        .jsonPath("$.errors[0].field")
        .isEqualTo("windows[0].days")
        .jsonPath("$.errors[1].field")
        .isEqualTo("windows[1].features[4]");
  }
}

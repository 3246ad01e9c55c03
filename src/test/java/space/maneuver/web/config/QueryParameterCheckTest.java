package space.maneuver.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class QueryParameterCheckTest {

  @Autowired private RestTestClient client;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/features?Days=30&strideDays=0&model=a&model=b"
            + " | Days=30 unknown query parameter; expected one of: model, days, strideDays;"
            + " model=a, b must be given only once; days is required;"
            + " strideDays=0 must be greater than or equal to 1",
        "/features?days=x&strideDays=4000"
            + " | days=x must be a whole number;"
            + " strideDays=4000 must be less than or equal to 3650",
        "/features | days is required",
        "/features?days=&strideDays= | days is required",
        "/detections?series=maybe&windows=2&minConfidence=high"
            + " | minConfidence=high must be a number; series=maybe must be true or false;"
            + " windows=2 must be true or false",
        "/detections?minConfidence=1.5&from=now | from=now unknown query parameter; expected one of:"
            + " model, minConfidence, series, windows, kinds, since; minConfidence=1.5 must be less than"
            + " or equal to 1"
      })
  void allFaultsOfAQueryAreReportedAtOnce(String path, String expected) {
    JsonNode problem =
        JsonMapper.shared()
            .readTree(
                client
                    .post()
                    .uri("/api/v1" + path)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("no element sets")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody());

    List<String> faults = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (JsonNode error : problem.get("errors")) {
      String field = error.get("field").asString();
      String reason = error.get("reason").asString();
      assertThat(error.get("place").asString()).isEqualTo("query");
      faults.add(
          field + (error.has("value") ? "=" + error.get("value").asString() : "") + " " + reason);
      details.add(
          reason.startsWith("unknown query parameter")
              ? "Unknown query parameter '" + field + "'" + reason.substring(23) + "."
              : field + " " + reason + ".");
    }
    assertThat(problem.get("code").asString()).isEqualTo("invalid-parameter");
    assertThat(String.join("; ", faults)).isEqualTo(expected);
    assertThat(problem.get("detail").asString()).isEqualTo(String.join(" ", details));
  }

  @ParameterizedTest
  @CsvSource({
    "/detections?series=&windows=no&minConfidence=&model=",
    "/detections?series=on&minConfidence=0.5",
    "/features?days=30&strideDays="
  })
  void emptyValueCountsAsMissing(String path) {
    client
        .post()
        .uri("/api/v1" + path)
        .contentType(MediaType.TEXT_PLAIN)
        .body("")
        .exchange()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unreadable-input");
  }
}

package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
class MediaTypesTest {

  private static final String WINDOWS =
      "{\"windows\":[{\"days\":30,\"features\":["
          + "[1,2,3,4,5,6,7,0],".repeat(29)
          + "[1,2,3,4,5,6,7,0]]}]}";

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "APPLICATION/Json",
        "application/json; charset=utf-8",
        "application/json;charset=\"US-ASCII\"",
        "application/json;charset=ISO-8859-1"
      })
  void charsetsWithTheBytesOfAsciiAreRead(String type) {
    post("/api/v1/predictions", type).expectStatus().isOk();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/predictions, application/json;charset=utf-16",
    "/api/v1/predictions, application/x-ndjson;charset=UTF-16LE",
    "/api/v1/predictions, application/json;charset=ebcdic-cp-us",
    "/api/v1/detections, text/plain;charset=utf-32",
    "/api/v1/features?days=30, text/csv;charset=utf-16"
  })
  void otherCharsetsAreRefused(String path, String type) {
    post(path, type)
        .expectStatus()
        .isEqualTo(415)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unsupported-media-type")
        .jsonPath("$.errors[0].field")
        .isEqualTo("Content-Type")
        .jsonPath("$.errors[0].value")
        .isEqualTo(type)
        .jsonPath("$.errors[0].place")
        .isEqualTo("header")
        .jsonPath("$.errors[0].reason")
        .isEqualTo("charset must be UTF-8, US-ASCII or ISO-8859-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=nonsense", "json", "application/*"})
  void invalidTypeIsReported(String type) throws IOException, InterruptedException {
    // RestTestClient cannot send such types.
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/predictions"))
                    .header(HttpHeaders.CONTENT_TYPE, type)
                    .POST(HttpRequest.BodyPublishers.ofString(WINDOWS))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("\"field\":\"Content-Type\",\"value\":\"" + type + "\"");
  }

  private RestTestClient.ResponseSpec post(String path, String type) {
    return client
        .post()
        .uri(path)
        .headers(headers -> headers.set(HttpHeaders.CONTENT_TYPE, type))
        .body(WINDOWS.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }
}

package space.maneuver.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class ContainerProblemsTest {

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, '', */*, 404, not-found",
    "GET, /api/v1/nowhere, '', */*, 404, not-found",
    "GET, /api/v1/models/nobody, '', */*, 404, unknown-model",
    "GET, /api/v1/predictions, '', */*, 405, method-not-allowed",
    "DELETE, /api/v1/models, '', */*, 405, method-not-allowed",
    "POST, /api/v1/predictions, application/xml, */*, 415, unsupported-media-type",
    "POST, /api/v1/predictions, text/plain, */*, 415, unsupported-media-type",
    "POST, /api/v1/detections, application/x-ndjson, */*, 415, unsupported-media-type",
    "POST, /api/v1/features?days=30, image/png, */*, 415, unsupported-media-type",
    "POST, /api/v1/predictions, application/json, text/html, 406, not-acceptable",
    "GET, /api/v1/models, '', application/xml, 406, not-acceptable"
  })
  void unknownPathOrMethodIsAProblem(
      String method, String path, String type, String accept, int status, String code) {
    RestTestClient.RequestBodySpec request =
        client.method(HttpMethod.valueOf(method)).uri(path).header(HttpHeaders.ACCEPT, accept);
    if (!type.isEmpty()) {
      request
          .contentType(MediaType.parseMediaType(type))
          .body("{}".getBytes(StandardCharsets.UTF_8));
    }
    request
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.detail")
        .isNotEmpty()
        .jsonPath("$.instance")
        .isEqualTo(path.replaceAll("\\?.*", ""));
  }

  @Test
  void unavailableMediaTypeIsReported() {
    client
        .get()
        .uri("/api/v1/models")
        .header(HttpHeaders.ACCEPT, "text/html")
        .exchange()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("Accept")
        .jsonPath("$.errors[0].value")
        .isEqualTo("text/html")
        .jsonPath("$.errors[0].place")
        .isEqualTo("header");
  }

  @ParameterizedTest
  @Timeout(120)
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/v1/models HTTP/1.1 | Transfer-Encoding: new | 501 | unsupported-transfer-encoding"
            + " | Transfer-Encoding | new | header",
        "GET /api/v1/models HTTP/9.9 | Accept: */* | 505 | unsupported-http-version"
            + " | protocol | HTTP/9.9 | request line",
        "GET /api/v1/models HTTP/1.1 | Expect: \"miracles\" | 417 | expectation-failed"
            + " | Expect | \"miracles\" | header",
        "GET /api/v1/models HTTP/1.1 | Content-Length: -1 | 400 | bad-request"
            + " | headers | | header",
        "GET /api/v1/models HTTP/1.1 | Host: b | 400 | bad-request | headers | | header",
        "GET /api/%zz HTTP/1.1 | Accept: */* | 400 | bad-request | path | /api/%zz | request line",
        "G@T /api HTTP/1.1 | Accept: */* | 400 | bad-request" + " | request line | | request line"
      })
  void violationOfHttpIsAProblemWithItsPlace(
      String line, String header, int status, String code, String field, String value, String place)
      throws IOException {
    String reply = raw(line + "\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n");

    assertThat(reply)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("Content-Type: application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(reply.substring(reply.indexOf("\r\n\r\n")));
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("requestId").asString("")).isNotEmpty();
    assertThat(problem.path("errors").size()).isEqualTo(1);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/value").asString(null)).isEqualTo(value);
    assertThat(problem.at("/errors/0/place").asString()).isEqualTo(place);
    assertThat(problem.at("/errors/0/reason").asString()).isNotEmpty();
  }

  @Test
  @Timeout(120)
  void malformedPathIsAProblem() throws IOException {
    assertThat(raw("GET /api/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"bad-request\"");
  }

  @Test
  @Timeout(120)
  void malformedContentTypeIsAProblem() throws IOException {
    assertThat(
            raw(
                "POST /api/v1/detections HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + "Content-Type: ;;\r\nContent-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 415")
        .contains("unsupported-media-type");
  }

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(strings = {"steps=%zz", "model=%F0%9F", "=3"})
  void malformedQueryIsAProblem(String query) throws IOException {
    assertThat(
            raw(
                "POST /api/v1/predictions?"
                    + query
                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 400")
        .contains(
            "\"code\":\"invalid-parameter\"",
            "\"field\":\"query\",\"value\":\"" + query + "\",\"place\":\"query\"");
  }

  @Test
  @Timeout(120)
  void bodyThatEndsEarlyIsAProblem() throws IOException {
    String head =
        "POST /api/v1/predictions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    assertThat(raw(head + "Content-Length: 99\r\n\r\n{\"windows\":["))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"incomplete-body\"", "\"field\":\"body\",\"place\":\"body\"");
    assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"incomplete-body\"", "\"field\":\"body\",\"place\":\"body\"");
  }

  @Test
  @Timeout(120)
  void streamThatEndsEarlyIsAbortedAfterItsResults() throws IOException {
    assertThat(
            raw(
                "POST /api/v1/predictions HTTP/1.1\r\nHost: a\r\n"
                    + "Content-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n3\r\n{}\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .contains("\"place\":\"line 1\"")
        .doesNotContain("\r\n0\r\n");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port);
        InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

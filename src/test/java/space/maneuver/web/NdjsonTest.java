package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.web.WindowText.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
@TestPropertySource(properties = {"maneuver.limits.line=4KB", "maneuver.limits.windows=2"})
class NdjsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void overlongNumberAffectsOnlyItsLine() {
    List<JsonNode> answers =
        answers(
            String.join(
                "\n",
                window("a", 30),
                "{\"days\":30,\"features\":[[" + "1".repeat(1100) + "]]}",
                window("b", 30)));

    assertThat(answers.get(0).get("probability").isNumber()).isTrue();
    assertThat(answers.get(1).at("/error/place").asString()).isEqualTo("line 2");
    assertThat(answers.get(2).get("probability").isNumber()).isTrue();
  }

  @Test
  void everyLineIsAnsweredInOrderAndAFaultAffectsOnlyItsLine() {
    String body =
        String.join(
            "\n",
            window("a", 30),
            window("b", 31),
            "{\"id\":\"c\",",
            "",
            "5",
            window("d", 60),
            "{}{}",
            " ".repeat(5000),
            "\"" + "x".repeat(5000) + "\"",
            window("e", 30) + "\r");
    List<JsonNode> answers = answers(body);

    assertThat(answers.stream().map(answer -> answer.path("id").asString("-")))
        .containsExactly("a", "b", "-", "-", "d", "-", "-", "e");
    assertThat(answers.get(0).get("probability").isNumber()).isTrue();
    assertThat(answers.get(1).at("/error/field").asString()).isEqualTo("days");
    assertThat(answers.get(1).at("/error/place").asString()).isEqualTo("line 2");
    assertThat(answers.get(2).at("/error/code").asString()).isEqualTo("malformed-json");
    assertThat(answers.get(3).at("/error/place").asString()).isEqualTo("line 5");
    assertThat(answers.get(5).at("/error/code").asString()).isEqualTo("malformed-json");
    assertThat(answers.get(6).at("/error/code").asString()).isEqualTo("line-too-long");
    assertThat(answers.get(7).get("probability").isNumber()).isTrue();
  }

  @Test
  void linesAreNotLimitedInNumber() {
    String line = window("a", 30) + "\n";
    assertThat(answers(line.repeat(1000))).hasSize(1000);
  }

  @Test
  void bodyWithoutLinesIsAProblem() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body("\n\n")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("no-windows");
  }

  @Test
  void documentIsAnsweredByLinesOnRequest() {
    String answer =
        client
            .post()
            .uri("/api/v1/predictions")
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.APPLICATION_NDJSON)
            .body(WindowText.request(window("a", 30), window("b", 31)))
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType(MediaType.APPLICATION_NDJSON)
            .expectHeader()
            .value("X-Model", model -> assertThat(model).startsWith("maneuver-lstm-daily:"))
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    List<JsonNode> lines = String.valueOf(answer).lines().map(MAPPER::readTree).toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("probability").isNumber()).isTrue();
    assertThat(lines.get(1).at("/error/place").asString()).isEqualTo("windows[1]");
  }

  @Test
  void modelIsNamedInAHeader() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body(window("a", 30))
        .exchange()
        .expectHeader()
        .contentType(MediaType.APPLICATION_NDJSON)
        .expectHeader()
        .value("X-Model", model -> assertThat(model).matches("[a-z-]+:\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  @Timeout(120)
  void firstResultArrivesBeforeTheLastLineIsSent() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out.write(
          "POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-ndjson\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      send(out, window("first", 30) + "\n");
      assertThat(nextAnswer(in)).contains("\"first\"");
      send(out, window("last", 60) + "\n");
      assertThat(nextAnswer(in)).contains("\"last\"");
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(in.lines().takeWhile(line -> !line.equals("0")))
          .noneMatch(line -> line.contains("{"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-ndjson",
        "Application/X-NDJSON",
        "APPLICATION/X-NDJSON; charset=\"UTF-8\""
      })
  @Timeout(30)
  void ndjsonIsRecognizedInAnySpelling(String type) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out.write(
          ("POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                  + type
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      // Within a document the value would continue; a line ends here, is invalid, and is answered.
      send(out, "{\"id\":\n");
      assertThat(nextAnswer(in)).contains("malformed-json");
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  private List<JsonNode> answers(String body) {
    String answer =
        client
            .post()
            .uri("/api/v1/predictions")
            .contentType(MediaType.APPLICATION_NDJSON)
            .body(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return String.valueOf(answer).lines().map(MAPPER::readTree).toList();
  }

  private static void send(OutputStream out, String text) throws IOException {
    String chunk = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    out.write(chunk.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String nextAnswer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith("{")) {
      line = in.readLine();
    }
    return String.valueOf(line);
  }
}

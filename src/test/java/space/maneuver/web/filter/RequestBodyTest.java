package space.maneuver.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(
    properties = {
      "maneuver.limits.body=64KB",
      "maneuver.limits.windows=3",
      "maneuver.limits.element-sets=2"
    })
class RequestBodyTest {

  private static final String ROWS = "[1,2,3,4,5,6,7,0],".repeat(30);
  private static final String WINDOW =
      "{\"days\":30,\"features\":[" + ROWS.substring(0, ROWS.length() - 1) + "]}";

  @Autowired private RestTestClient client;

  @Test
  void gzipIsDecompressed() throws IOException {
    post("gzip", gzip(request(1))).expectStatus().isOk();
    post("x-gzip", gzip(request(1))).expectStatus().isOk();
    post("identity", request(1)).expectStatus().isOk();
  }

  @Test
  void linesMayBeGzippedToo() throws IOException {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_NDJSON)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(gzip((WINDOW + "\n").repeat(500).getBytes(StandardCharsets.UTF_8)))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(text -> assertThat(String.valueOf(text).lines()).hasSize(500));
  }

  @Test
  void bodyOverTheLimitIsRefused() {
    expectProblem(post("identity", blanks(65 * 1024)), 413, "body-too-large");
  }

  @Test
  void gzipBombIsRefused() throws IOException {
    byte[] bomb = gzip(blanks(50 * 1024 * 1024));
    assertThat(bomb).hasSizeLessThan(64 * 1024);
    expectProblem(post("gzip", bomb), 413, "body-too-large");
  }

  @Test
  void brokenGzipIsAProblem() throws IOException {
    byte[] whole = gzip(request(1));
    expectProblem(post("gzip", Arrays.copyOf(whole, whole.length - 20)), 400, "malformed-gzip");
    expectProblem(post("gzip", request(1)), 400, "malformed-gzip");
    expectProblem(post("gzip", new byte[0]), 400, "malformed-gzip");
    whole[whole.length / 2] ^= 0x55;
    expectProblem(post("gzip", whole), 400, "malformed-gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void otherEncodingsAreRefused(String encoding) {
    expectProblem(post(encoding, request(1)), 415, "unsupported-encoding")
        .jsonPath("$.errors[0].value")
        .isEqualTo(encoding);
  }

  @Test
  void oneWindowTooManyIsRefused() {
    post("identity", request(3)).expectStatus().isOk();
    expectProblem(post("identity", request(4)), 413, "too-many-windows");
  }

  @Test
  void oneElementSetTooManyIsRefused() {
    byte[] lines = "1 rubbish\n2 rubbish\n".repeat(3).getBytes(StandardCharsets.UTF_8);
    RestTestClient.ResponseSpec response =
        client
            .post()
            .uri("/api/v1/detections")
            .contentType(MediaType.TEXT_PLAIN)
            .body(lines)
            .exchange();
    expectProblem(response, 413, "too-many-element-sets");
  }

  private RestTestClient.ResponseSpec post(String encoding, byte[] body) {
    return client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_ENCODING, encoding)
        .body(body)
        .exchange();
  }

  private static RestTestClient.BodyContentSpec expectProblem(
      RestTestClient.ResponseSpec response, int status, String code) {
    return response
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  private static byte[] request(int windows) {
    String list = (WINDOW + ",").repeat(windows);
    return ("{\"windows\":[" + list.substring(0, list.length() - 1) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] blanks(int number) {
    byte[] blanks = new byte[number];
    Arrays.fill(blanks, (byte) ' ');
    return blanks;
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}

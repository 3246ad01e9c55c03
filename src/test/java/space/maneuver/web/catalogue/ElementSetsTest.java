package space.maneuver.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.web.HttpTest;

@HttpTest
class ElementSetsTest {

  private static final String LINE =
      "{\"OBJECT_NAME\":\"LINES\",\"NORAD_CAT_ID\":%d,\"EPOCH\":\"2026-01-%02dT00:00:00.123456\","
          + "\"MEAN_MOTION\":15.1,\"ECCENTRICITY\":0.001,\"INCLINATION\":51.6,"
          + "\"RA_OF_ASC_NODE\":10.5,\"ARG_OF_PERICENTER\":20.5,\"MEAN_ANOMALY\":30.5,"
          + "\"BSTAR\":0.0001}\n";

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @Test
  void storesOnceAndAnswersWithCounts() {
    String text = tle(70_101, "26001.00000000") + tle(70_101, "26002.00000000");

    post(text)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"accepted":2,"duplicates":0,"objects":1,"rejected":[],"rejectedCount":0}
            """);
    post(text + tle(70_101, "26003.00000000"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.accepted")
        .isEqualTo(1)
        .jsonPath("$.duplicates")
        .isEqualTo(2);
  }

  @Test
  void rejectedRecordIsNamedAndTheOthersAreStored() {
    post(tle(70_102, "26001.00000000")
            + tle(70_102, "26002.00000000").replace(" 51.6416", " 51.6417"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.accepted")
        .isEqualTo(1)
        .jsonPath("$.rejectedCount")
        .isEqualTo(1)
        .jsonPath("$.rejected[0].line")
        .isEqualTo(4)
        .jsonPath("$.rejected[0].field")
        .isEqualTo("checksum");
  }

  @Test
  void nothingUsableIs422() {
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.APPLICATION_JSON)
        .body("[{\"NORAD_CAT_ID\":70103}]")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("no-usable-element-set")
        .jsonPath("$.errors[0].field")
        .isEqualTo("EPOCH");
  }

  @Test
  void documentThatBreaksOffChangesNothing() {
    String whole = String.format(LINE, 70_104, 1);
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.APPLICATION_JSON)
        .body("[" + whole + "," + whole.substring(0, 40))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unreadable-input");

    get("/api/v1/objects/70104").expectStatus().isNotFound();
  }

  @Test
  void faultyLineDoesNotAffectTheOthers() {
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body(
            String.format(LINE, 70_105, 1)
                + "\n{\"NORAD_CAT_ID\":\n[]\n{} {}\n"
                + String.format(LINE, 70_105, 2))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.accepted")
        .isEqualTo(2)
        .jsonPath("$.rejectedCount")
        .isEqualTo(3)
        .jsonPath("$.rejected[0].line")
        .isEqualTo(3)
        .jsonPath("$.rejected[2].line")
        .isEqualTo(5);
  }

  @Test
  void lineIsStoredBeforeTheNextIsSent() throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/element-sets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      chunk(out, String.format(LINE, 70_106, 1));
      awaitObject(70_106);
      chunk(out, String.format(LINE, 70_107, 1));
      awaitObject(70_107);
      chunk(out, "");

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"accepted\":2");
    }
  }

  /** Documents by media type and the format in which they come back. */
  static List<List<String>> documents() {
    return List.of(
        List.of("text/plain", PublishedElementSets.STATION, "tle"),
        List.of(
            "text/plain",
            "0 NAMED\n" + PublishedElementSets.STATION.replace("25544U", "25544C"),
            "tle"),
        List.of("application/json", PublishedElementSets.STATION_JSON, "json"),
        List.of("application/json", PublishedElementSets.STATION_JSON_OF_STRINGS, "json"),
        List.of("text/csv", PublishedElementSets.STATION_CSV, "csv"),
        List.of("application/xml", PublishedElementSets.STATION_XML, "json"),
        List.of("text/plain", PublishedElementSets.STATION_KVN, "json"),
        List.of("application/json", PublishedElementSets.STATION_JSON, "csv"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void comesBackWithTheSameValues(List<String> document) {
    PublishedElementSet sent = PublishedTexts.read(document.get(1)).get(0);
    get("/api/v1/objects/25544");
    client.delete().uri("/api/v1/objects/25544").exchange();
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.parseMediaType(document.get(0)))
        .body(document.get(1))
        .exchange()
        .expectStatus()
        .isOk();

    String text = body("/api/v1/objects/25544/element-sets?format=" + document.get(2));

    assertThat(PublishedTexts.read(text)).containsExactly(sent);
  }

  @Test
  void rangeIsFromToBefore() {
    post(
        tle(70_108, "26001.00000000")
            + tle(70_108, "26002.00000000")
            + tle(70_108, "26003.00000000"));

    String text =
        body(
            "/api/v1/objects/70108/element-sets?format=tle"
                + "&from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z");

    assertThat(PublishedTexts.read(text)).singleElement().matches(each -> each.noradId() == 70_108);
    assertThat(text).contains("26002.00000000");
  }

  @Test
  void longHistoryComesBackWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      text.append(tle(70_109, String.format("26001.%08d", i * 7_000)));
    }
    post(text.toString()).expectStatus().isOk();

    assertThat(body("/api/v1/objects/70109/element-sets?format=tle")).isEqualTo(text.toString());
    assertThat(PublishedTexts.read(body("/api/v1/objects/70109/element-sets"))).hasSize(2_500);
  }

  @Test
  void acceptHeaderChoosesTheFormat() {
    post(tle(70_110, "26001.00000000"));
    for (Map.Entry<String, String> each :
        Map.of("text/plain", "1 70110U", "application/json", "[", "text/csv", "OBJECT_NAME,")
            .entrySet()) {
      String text =
          client
              .get()
              .uri("/api/v1/objects/70110/element-sets")
              .header("Accept", each.getKey())
              .exchange()
              .expectStatus()
              .isOk()
              .expectBody(String.class)
              .returnResult()
              .getResponseBody();
      assertThat(text).startsWith(each.getValue());
    }
  }

  @Test
  void largeNumberHasNoTle() {
    client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body(String.format(LINE, 340_000, 1) + String.format(LINE, 339_999, 1))
        .exchange()
        .expectStatus()
        .isOk();

    get("/api/v1/objects/340000/element-sets?format=tle").expectStatus().isBadRequest();
    assertThat(body("/api/v1/objects/339999/element-sets?format=tle")).contains("1 Z9999U");
    assertThat(body("/api/v1/objects/340000/element-sets")).contains("2026-01-01T00:00:00.123456");
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday, from",
    "to=2026-01-01, to",
    "format=xml, format",
    "From=2026-01-01T00:00:00Z, From"
  })
  void invalidParameterIsNamed(String query, String field) {
    post(tle(70_111, "26001.00000000"));
    get("/api/v1/objects/70111/element-sets?" + query)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-parameter")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "0", "-1", "station", "99999999999"})
  void unknownObjectIs404(String noradId) {
    for (String path : List.of("", "/element-sets")) {
      get("/api/v1/objects/" + noradId + path)
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("unknown-object");
    }
  }

  @Test
  void deletedObjectIsGone() {
    post(tle(70_112, "26001.00000000"));
    client.delete().uri("/api/v1/objects/70112").exchange().expectStatus().isNoContent();

    get("/api/v1/objects/70112").expectStatus().isNotFound();
    client.delete().uri("/api/v1/objects/70112").exchange().expectStatus().isNotFound();
    post(tle(70_112, "26001.00000000")).expectBody().jsonPath("$.accepted").isEqualTo(1);
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    out.write(
        (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void awaitObject(int noradId) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (client
          .get()
          .uri("/api/v1/objects/" + noradId)
          .exchange()
          .returnResult()
          .getStatus()
          .is2xxSuccessful()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("object " + noradId + " was not stored");
  }

  private RestTestClient.ResponseSpec post(String text) {
    return client
        .post()
        .uri("/api/v1/element-sets")
        .contentType(MediaType.TEXT_PLAIN)
        .body(text)
        .exchange();
  }

  private RestTestClient.ResponseSpec get(String path) {
    return client.get().uri(path).exchange();
  }

  private String body(String path) {
    return Objects.requireNonNull(
        get(path).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
  }

  /** A two-line element set without a name. */
  private static String tle(int noradId, String epoch) {
    String number = Integer.toString(noradId);
    String line1 = PublishedElementSets.with(PublishedElementSets.LINE_1, 3, number);
    String line2 = PublishedElementSets.with(PublishedElementSets.LINE_2, 3, number);
    return PublishedElementSets.pair(PublishedElementSets.with(line1, 19, epoch), line2);
  }
}

package space.maneuver.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;
import static space.maneuver.web.WindowText.withRow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import space.maneuver.inference.HeldBatches;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.testing.CryoSatText;
import space.maneuver.web.config.HeldInference;
import space.maneuver.web.models.RequestLimitsReader;
import tools.jackson.databind.json.JsonMapper;

/** The network is held until the event under test has happened. */
@HttpTest
@Import(HeldInference.class)
@TestPropertySource(
    properties = {
      "maneuver.inference.threads=1",
      "maneuver.inference.timeout=1h",
      "maneuver.inference.longest-timeout=1h",
      "maneuver.inference.longest-wait=1h"
    })
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@ExtendWith(OutputCaptureExtension.class)
class DeadlineTest {

  private static final String MODEL = "maneuver-lstm-daily";
  private static final String PREDICTIONS = "/api/v1/predictions?model=" + MODEL;
  private static final String DETECTIONS = "/api/v1/detections";
  private static final String FEATURES = "/api/v1/features?days=30";
  private static final String INFER = "/v2/models/" + MODEL + "/infer";
  private static final String LINES = MediaType.APPLICATION_NDJSON_VALUE;
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
  private static final String SOON = "20";
  // Rounding depends on the size of the batch.
  private static final Offset<Double> ROUNDING = within(1e-5);

  private final HttpClient client = HttpClient.newHttpClient();

  @Autowired private HeldBatches held;
  @Autowired private InferenceThreads threads;
  @LocalServerPort private int port;

  @AfterEach
  void release() {
    held.release();
  }

  @ParameterizedTest
  @CsvSource({
    PREDICTIONS + "," + JSON,
    PREDICTIONS + "," + LINES,
    DETECTIONS + "," + MediaType.TEXT_PLAIN_VALUE
  })
  void requestPastItsDeadlineGets504AndItsWindowsAreNotRun(String path, String type)
      throws Exception {
    held.hold();
    CompletableFuture<HttpResponse<String>> first =
        send(post(PREDICTIONS, JSON, request(window("a", 30))));
    held.awaitTaken();
    double before = dropped();

    HttpResponse<String> late =
        send(post(path, type, body(path, type)).header(RequestLimitsReader.HEADER, SOON)).join();

    assertThat(late.statusCode()).isEqualTo(504);
    assertThat(late.headers().firstValue("Content-Type")).hasValue(PROBLEM);
    assertThat(late.body())
        .contains("\"code\":\"deadline-exceeded\"", "the remaining work was dropped");
    assertThat(threads.waiting()).isZero();
    assertThat(dropped()).isGreaterThan(before);
    held.release();
    assertThat(first.join().statusCode()).isEqualTo(200);
  }

  @Test
  void deadlineDuringAResponseAbortsItWithOneWarning(CapturedOutput output) throws Exception {
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        InputStream in = socket.getInputStream()) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n"
              + "X-Request-Id: broken-off\r\n%s: 15000\r\n\r\n";
      String line = window("a", 30) + "\n";
      String chunk = Integer.toHexString(line.length()) + "\r\n" + line + "\r\n";
      out.write(
          (head.formatted(PREDICTIONS, LINES, RequestLimitsReader.HEADER) + chunk)
              .getBytes(US_ASCII));
      byte[] begin = in.readNBytes("HTTP/1.1 200".length());
      held.hold();
      out.write(chunk.getBytes(US_ASCII));
      answer = new String(begin, UTF_8) + new String(in.readAllBytes(), UTF_8);
    }

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n");
    assertThat(answer.split("\"id\":\"a\"", -1)).hasSize(2);
    await().until(() -> output.getAll().contains(": response aborted: deadline-exceeded"));
    assertThat(output.getAll().lines().filter(line -> line.contains("[broken-off]")))
        .noneMatch(line -> line.contains(" ERROR "));
  }

  @Test
  void deadlineOfAnInferenceRequestIsAnsweredInItsForm() throws Exception {
    held.hold();

    HttpResponse<String> late =
        send(post(INFER, JSON, body(INFER, JSON)).header(RequestLimitsReader.HEADER, SOON)).join();

    assertThat(late.statusCode()).isEqualTo(504);
    assertThat(late.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(late.body()).startsWith("{\"error\":\"The request deadline was exceeded: ");
  }

  @Test
  void lateResultReachesNoOtherCaller() throws Exception {
    String own = request(withRow("own", "[1,2,3,4,5,6,7,0]"));
    double alone = probability(send(post(PREDICTIONS, JSON, own)).join());
    held.hold();
    HttpRequest.Builder late =
        post(PREDICTIONS, JSON, request(window("late", 30)))
            .header(RequestLimitsReader.HEADER, SOON);
    do {
      assertThat(status(late)).isEqualTo(504);
    } while (!held.hasTaken());
    CompletableFuture<HttpResponse<String>> next = send(post(PREDICTIONS, JSON, own));

    held.release();

    assertThat(probability(next.join())).isCloseTo(alone, ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, LINES})
  void callerThatDisconnectsWhileWaitingDisturbsNoOther(String type) throws Exception {
    String own = request(withRow("own", "[1,2,3,4,5,6,7,0]"));
    double alone = probability(send(post(PREDICTIONS, JSON, own)).join());
    held.hold();
    CompletableFuture<HttpResponse<String>> first = send(post(PREDICTIONS, JSON, own));
    held.awaitTaken();
    try (Socket leaving = new Socket(InetAddress.getLoopbackAddress(), port)) {
      leaving.getOutputStream().write(raw(type, body(PREDICTIONS, type)).getBytes(US_ASCII));
      await().atMost(Duration.ofMinutes(2)).until(() -> threads.waiting() == 1);
    }
    CompletableFuture<HttpResponse<String>> next = send(post(PREDICTIONS, JSON, own));

    held.release();

    assertThat(probability(first.join())).isCloseTo(alone, ROUNDING);
    assertThat(probability(next.join())).isCloseTo(alone, ROUNDING);
    assertThat(threads.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    PREDICTIONS + "," + JSON,
    PREDICTIONS + "," + LINES,
    DETECTIONS + "," + MediaType.TEXT_PLAIN_VALUE,
    FEATURES + "," + MediaType.TEXT_PLAIN_VALUE
  })
  void invalidTimeoutIsReportedWithHeaderValueAndRange(String path, String type) {
    HttpResponse<String> answer =
        send(post(path, type, body(path, type)).header(RequestLimitsReader.HEADER, "1.5s")).join();

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
    assertThat(answer.body())
        .contains(
            "\"code\":\"invalid-parameter\"",
            "\"field\":\"X-Request-Timeout-Ms\",\"value\":\"1.5s\",\"place\":\"header\","
                + "\"reason\":\"must be a whole number of milliseconds from 1 to 3600000\"");
  }

  @Test
  void longestTimeoutIsAcceptedAndALongerOneRefused() {
    String body = request(window("a", 30));

    assertThat(status(post(PREDICTIONS, JSON, body).header(RequestLimitsReader.HEADER, "3600000")))
        .isEqualTo(200);
    assertThat(status(post(PREDICTIONS, JSON, body).header(RequestLimitsReader.HEADER, "3600001")))
        .isEqualTo(400);
    assertThat(
            status(
                post(INFER, JSON, body(INFER, JSON)).header(RequestLimitsReader.HEADER, "3600001")))
        .isEqualTo(400);
  }

  private static double probability(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).at("/predictions/0/probability").asDouble();
  }

  private int status(HttpRequest.Builder request) {
    return send(request).join().statusCode();
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder post(String path, String type, String body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private static String body(String path, String type) {
    if (type.equals(LINES)) {
      return window("a", 30);
    }
    if (path.equals(INFER)) {
      return "{\"inputs\":[{\"name\":\"x\",\"shape\":[1,30,8],\"datatype\":\"FP32\",\"data\":["
          + String.join(",", Collections.nCopies(240, "0"))
          + "]},{\"name\":\"lengths\",\"shape\":[1],\"datatype\":\"INT64\",\"data\":[30]}]}";
    }
    return path.equals(DETECTIONS) || path.equals(FEATURES)
        ? CryoSatText.tle(36508, 50)
        : request(window("a", 30));
  }

  private static String raw(String type, String body) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(PREDICTIONS, type, body.getBytes(UTF_8).length, body);
  }

  private double dropped() throws IOException, InterruptedException {
    String metrics =
        client
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/prometheus"))
                    .build(),
                BodyHandlers.ofString())
            .body();
    return metrics
        .lines()
        .filter(line -> line.matches("maneuver_rejected_windows_total.*reason=\"deadline\".*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import space.maneuver.detection.Detector;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.exchange.DetectionsWriter;
import space.maneuver.exchange.DetectionsWriter.Layout;
import space.maneuver.exchange.ModelReference;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.testing.CryoSatText;
import space.maneuver.testing.SimulatedTles;

/**
 * The objects of a request are searched at the same time, as are those of other requests; the
 * answer about an object depends on its element sets alone, to the last digit.
 */
@HttpTest
@TestPropertySource(properties = "maneuver.inference.longest-wait=1h")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ConcurrentDetectionsTest {

  private static final int REQUESTS = 4;

  /**
   * Objects of one window, whose logits depend most on the windows that they share a batch with.
   */
  private static final List<String> SMALL =
      IntStream.range(0, 16).mapToObj(i -> CryoSatText.tle(100 + i, 35 + i)).toList();

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void answerAboutAnObjectIsThatOfTheObjectAlone(String model) throws Exception {
    List<String> objects = new ArrayList<>(SMALL);
    objects.add(3, SimulatedTles.days200());

    List<String> together = lines(post(model, "application/x-ndjson", String.join("", objects)));

    assertThat(together).hasSize(objects.size() + 1);
    for (int i = 0; i < objects.size(); i++) {
      assertThat(together.get(i))
          .isEqualTo(lines(post(model, "application/x-ndjson", objects.get(i))).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm", "maneuver-lstm-daily"})
  void answerIsThatOfADetectorWithoutTheService(String model) throws Exception {
    String objects = String.join("", SMALL) + SimulatedTles.long8000();

    assertThat(post(model, "application/json", objects)).isEqualTo(withoutService(model, objects));
  }

  @Test
  void requestsAtTheSameTimeGetTheSameAnswerAsOneAlone() throws Exception {
    String objects = String.join("", SMALL) + SimulatedTles.year();
    String alone = post("maneuver-lstm", "application/json", objects);
    ExecutorService callers = Executors.newFixedThreadPool(REQUESTS);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        answers.add(callers.submit(() -> post("maneuver-lstm", "application/json", objects)));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static List<String> lines(String ndjson) {
    return ndjson.lines().toList();
  }

  private String post(String model, String type, String elementSets)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + port + "/api/v1/detections?series=true&model=" + model))
            .header("Content-Type", "text/plain")
            .header("Accept", type)
            .POST(BodyPublishers.ofString(elementSets))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static String withoutService(String model, String elementSets) throws IOException {
    ElementSetStore store = new ElementSetStore(ElementSetStore.USUAL_LIMIT);
    ElementSetReader.read(
        new ByteArrayInputStream(elementSets.getBytes(StandardCharsets.US_ASCII)),
        ElementSetFormat.TLE,
        store::add,
        rejection -> {});
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (Detector detector = Detector.open(model)) {
      DetectionsWriter writer =
          new DetectionsWriter(Layout.JSON, ModelReference.of(detector.bundle()), true, document);
      store
          .histories()
          .forEach(each -> writer.object(detector.detect(each, null, true).withKinds(Kind.LISTED)));
      writer.end(List.of(), 0);
    }
    return document.toString(StandardCharsets.UTF_8);
  }
}

package space.maneuver.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import space.maneuver.client.ApiException;
import space.maneuver.client.api.DetectionsApi;
import space.maneuver.client.api.FeaturesApi;
import space.maneuver.client.api.PredictionsApi;
import space.maneuver.client.model.DetectionLine;
import space.maneuver.client.model.Detections;
import space.maneuver.client.model.Features;
import space.maneuver.client.model.Prediction;
import space.maneuver.client.model.Predictions;
import space.maneuver.client.model.Windows;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;

/** One object or window per line, read with the client's classes. */
class JavaClientLinesTest extends ClientTest {

  private static final String LINES = "application/x-ndjson";

  @Test
  void eachObjectIsALineAndTheLastLineHasTheRest() throws ApiException {
    Detections whole =
        new DetectionsApi(client)
            .detectManeuvers(Service.HISTORY, null, null, null, null, null, null);
    Exchange exchange = Exchange.of(client, request -> request.setHeader("Accept", LINES));

    new DetectionsApi(client).detectManeuvers(Service.HISTORY, null, null, null, null, null, null);

    // The fields of a line show what it is.
    ObjectMapper strict =
        client
            .getObjectMapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    List<DetectionLine> lines =
        new String(exchange.answer(), UTF_8)
            .lines()
            .map(line -> strict.readValue(line, DetectionLine.class))
            .toList();
    assertThat(exchange.header("Content-Type")).startsWith(LINES);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).getObjectReport()).isEqualTo(whole.getObjects().get(0));
    assertThat(lines.get(1).getDetectionsEnd().getModel()).isEqualTo(whole.getModel());
  }

  @Test
  void eachWindowLineIsAnsweredByALine() throws ApiException {
    Features features = new FeaturesApi(client).extractFeatures(Service.HISTORY, 60, DAILY, 30);
    Windows windows = new Windows().windows(features.getWindows());
    Predictions whole = new PredictionsApi(client).predict(windows, DAILY, null);
    String body =
        features.getWindows().stream()
            .map(client.getObjectMapper()::writeValueAsString)
            .collect(Collectors.joining("\n"));
    Exchange exchange =
        Exchange.of(
            client,
            request ->
                request
                    .setHeader("Content-Type", LINES)
                    .setHeader("Accept", LINES)
                    .POST(BodyPublishers.ofString(body)));

    new PredictionsApi(client).predict(windows, DAILY, null);

    List<Prediction> lines =
        new String(exchange.answer(), UTF_8)
            .lines()
            .map(line -> client.getObjectMapper().readValue(line, Prediction.class))
            .toList();
    assertThat(lines).hasSizeGreaterThan(3);
    assertSame(lines, client.getObjectMapper().valueToTree(whole.getPredictions()));
  }
}

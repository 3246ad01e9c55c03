package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import space.maneuver.client.ApiException;
import space.maneuver.client.api.DetectionsApi;
import space.maneuver.client.api.FeaturesApi;
import space.maneuver.client.api.ModelsApi;
import space.maneuver.client.api.PredictionsApi;
import space.maneuver.client.model.Detections;
import space.maneuver.client.model.FaultCode;
import space.maneuver.client.model.Features;
import space.maneuver.client.model.Model;
import space.maneuver.client.model.Models;
import space.maneuver.client.model.ObjectReport;
import space.maneuver.client.model.Prediction;
import space.maneuver.client.model.Predictions;
import space.maneuver.client.model.Problem;
import space.maneuver.client.model.Regime;
import space.maneuver.client.model.Window;
import space.maneuver.client.model.WindowDays;
import space.maneuver.client.model.Windows;
import tools.jackson.databind.JsonNode;

class JavaClientTest extends ClientTest {

  @Test
  void modelsAreListed() throws ApiException {
    Models models = new ModelsApi(client).listModels();

    assertSame(models, service().get("/api/v1/models"));
  }

  @Test
  void modelIsDescribed() throws ApiException {
    Model model = new ModelsApi(client).getModel(DAILY);

    assertSame(model, service().get("/api/v1/models/" + DAILY));
  }

  @Test
  void maneuversAreDetected() throws ApiException {
    Detections detections =
        new DetectionsApi(client)
            .detectManeuvers(Service.HISTORY, null, 0.5, true, null, null, null);

    JsonNode same =
        service()
            .post(
                "/api/v1/detections?minConfidence=0.5&series=true", "text/plain", Service.HISTORY);
    assertSame(detections, same);
    ObjectReport object = detections.getObjects().get(0);
    assertThat(object.getRegime()).isEqualTo(Regime.LEO);
    assertThat(object.getManeuvers()).isNotEmpty();
    assertThat(object.getSeries()).isNotNull();
  }

  @Test
  void featuresAreExtractedAndPredictedUnchanged() throws ApiException {
    Features features = new FeaturesApi(client).extractFeatures(Service.HISTORY, 30, DAILY, 30);
    Predictions predictions =
        new PredictionsApi(client)
            .predict(new Windows().windows(features.getWindows()), DAILY, true);

    JsonNode sameFeatures =
        service()
            .post(
                "/api/v1/features?model=" + DAILY + "&days=30&strideDays=30",
                "text/plain",
                Service.HISTORY);
    assertSame(features, sameFeatures);
    assertThat(features.getWindows()).hasSizeGreaterThan(3);
    assertSame(
        predictions,
        service()
            .post(
                "/api/v1/predictions?model=" + DAILY + "&steps=true",
                "application/json",
                sameFeatures.toString()));
  }

  @Test
  void validWindowIsPredictedAndInvalidOneIsReported() throws ApiException {
    List<@Nullable List<@Nullable Float>> month = Arrays.asList(new List[30]);
    month.set(3, List.of(0f, 0f, 0f, 0f, 0.0002f, 0f, 23.6f, 0f));
    Window good =
        new Window()
            .id("good")
            .start(OffsetDateTime.parse("2010-05-01T00:00:00Z"))
            .days(WindowDays.DAYS_30)
            .features(month);
    Window bad = new Window().id("bad").days(WindowDays.DAYS_60).features(month);

    List<Prediction> predictions =
        new PredictionsApi(client)
            .predict(new Windows().addWindowsItem(good).addWindowsItem(bad), DAILY, null)
            .getPredictions();

    assertThat(predictions).extracting(Prediction::getId).containsExactly("good", "bad");
    assertThat(predictions.get(0).getProbability()).isBetween(0.0, 1.0);
    assertThat(predictions.get(1).getError().getCode()).isEqualTo(FaultCode.WRONG_STEPS);
  }

  @Test
  void problemIsReadFromTheException() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(
            () ->
                new DetectionsApi(client)
                    .detectManeuvers("nothing", null, null, null, null, null, null))
        .satisfies(
            refused -> {
              Problem problem =
                  client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
              assertThat(problem.getStatus()).isEqualTo(refused.getCode()).isEqualTo(400);
              assertThat(problem.getCode()).isEqualTo("unreadable-input");
              assertThat(problem.getErrors()).isNotEmpty();
            });
  }
}

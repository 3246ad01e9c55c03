package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import space.maneuver.client.ApiException;
import space.maneuver.client.api.FeaturesApi;
import space.maneuver.client.api.OpenInferenceProtocolApi;
import space.maneuver.client.api.PredictionsApi;
import space.maneuver.client.model.InferenceError;
import space.maneuver.client.model.InferenceInput;
import space.maneuver.client.model.InferenceInputParameters;
import space.maneuver.client.model.InferenceOutput;
import space.maneuver.client.model.InferenceParameters;
import space.maneuver.client.model.InferenceRequest;
import space.maneuver.client.model.InferenceResponse;
import space.maneuver.client.model.Prediction;
import space.maneuver.client.model.Window;
import space.maneuver.client.model.Windows;

/** The Open Inference Protocol with the Java client, tensors as JSON and binary. */
class JavaClientInferenceTest extends ClientTest {

  private static final int DAYS = 30;
  private static final int CHANNELS = 8;

  private List<Window> windows = List.of();
  private List<Double> probabilities = List.of();

  @BeforeEach
  void predict() throws ApiException {
    windows =
        new FeaturesApi(client).extractFeatures(Service.HISTORY, DAYS, DAILY, DAYS).getWindows();
    // The protocol has no regimes, so its calibration is the one for all regimes.
    windows.forEach(window -> window.setRegime(null));
    probabilities =
        new PredictionsApi(client)
            .predict(new Windows().windows(windows), DAILY, null).getPredictions().stream()
                .map(Prediction::getProbability)
                .toList();
  }

  @Test
  void serverAndModelAreDescribed() throws ApiException {
    OpenInferenceProtocolApi api = new OpenInferenceProtocolApi(client);
    String model = "/v2/models/" + DAILY;
    String version = api.getModelMetadata(DAILY).getVersions().get(0);
    String ofVersion = model + "/versions/" + version;

    assertSame(api.getServerMetadata(), service().get("/v2"));
    assertThat(api.getServerLive().getLive()).isTrue();
    assertThat(api.getServerReady().getReady()).isTrue();
    assertSame(api.getModelMetadata(DAILY), service().get(model));
    assertSame(api.getModelVersionMetadata(DAILY, version), service().get(ofVersion));
    assertSame(api.getModelReady(DAILY), service().get(model + "/ready"));
    assertSame(api.getModelVersionReady(DAILY, version), service().get(ofVersion + "/ready"));
  }

  @Test
  void jsonTensorsGiveTheSameResultsAsPredictions() throws ApiException {
    OpenInferenceProtocolApi api = new OpenInferenceProtocolApi(client);
    InferenceRequest request =
        new InferenceRequest().id("all").addInputsItem(input().data(numbers()));

    InferenceResponse answer = api.infer(request, DAILY, null);
    InferenceResponse same = api.inferVersion(request, DAILY, answer.getModelVersion(), null);

    assertThat(answer.getId()).isEqualTo("all");
    assertThat(answer.getOutputs())
        .extracting(InferenceOutput::getName)
        .containsExactly("logit", "probability");
    List<Float> answered = answer.getOutputs().get(1).getData();
    assertThat(answered).hasSameSizeAs(windows).hasSizeGreaterThan(3);
    for (int i = 0; i < answered.size(); i++) {
      assertThat(answered.get(i)).isEqualTo(probabilities.get(i).floatValue());
    }
    assertThat(same).isEqualTo(answer);
  }

  @Test
  void binaryTensorsGiveTheSameBits() throws ApiException {
    OpenInferenceProtocolApi plain = new OpenInferenceProtocolApi(client);
    InferenceRequest numbers = new InferenceRequest().addInputsItem(input().data(numbers()));
    List<Float> logits = plain.infer(numbers, DAILY, null).getOutputs().get(0).getData();
    ByteBuffer tensor = tensor();
    InferenceRequest request =
        new InferenceRequest()
            .parameters(new InferenceParameters().binaryDataOutput(true))
            .addInputsItem(
                input()
                    .parameters(
                        new InferenceInputParameters().binaryDataSize((long) tensor.capacity())));
    byte[] json = client.getObjectMapper().writeValueAsBytes(request);
    Exchange exchange =
        Exchange.of(
            client,
            builder ->
                builder
                    .setHeader("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArrays(List.of(json, tensor.array()))));

    new OpenInferenceProtocolApi(client).infer(request, DAILY, json.length);

    int length = Integer.parseInt(exchange.header("Inference-Header-Content-Length"));
    InferenceResponse answer =
        client
            .getObjectMapper()
            .readValue(Arrays.copyOf(exchange.answer(), length), InferenceResponse.class);
    ByteBuffer binary =
        ByteBuffer.wrap(exchange.answer()).position(length).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(answer.getOutputs().get(0).getParameters().getBinaryDataSize())
        .isEqualTo(windows.size() * (long) Float.BYTES);
    assertThat(logits).allSatisfy(logit -> assertThat(binary.getFloat()).isEqualTo(logit));
    assertThat(binary.remaining()).isEqualTo(windows.size() * Float.BYTES);
  }

  @Test
  void errorIsReadFromTheException() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> new OpenInferenceProtocolApi(client).getModelMetadata("none"))
        .satisfies(
            refused -> {
              assertThat(refused.getCode()).isEqualTo(404);
              assertThat(
                      client
                          .getObjectMapper()
                          .readValue(refused.getResponseBody(), InferenceError.class)
                          .getError())
                  .contains("none", DAILY);
            });
  }

  private InferenceInput input() {
    return new InferenceInput()
        .name(InferenceInput.NameEnum.X)
        .datatype(InferenceInput.DatatypeEnum.FP32)
        .shape(List.of((long) windows.size(), (long) DAYS, (long) CHANNELS));
  }

  /** Returns the rows of all windows; null if a number or a day is missing. */
  private List<Float> numbers() {
    List<Float> numbers = new ArrayList<>();
    for (Window window : windows) {
      for (List<Float> row : window.getFeatures()) {
        for (int i = 0; i < CHANNELS; i++) {
          numbers.add(row == null ? null : row.get(i));
        }
      }
    }
    return numbers;
  }

  private ByteBuffer tensor() {
    List<Float> numbers = numbers();
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    numbers.forEach(number -> bytes.putFloat(number == null ? Float.NaN : number));
    return bytes;
  }
}

package space.maneuver.web.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results for tensors in every form of request and response. */
@HttpTest
class InferenceTest {

  private static final String DAILY_MODEL = "maneuver-lstm-daily";
  private static final String DAILY_VERSION =
      BundleReader.readFromClassPath(DAILY_MODEL).description().version();
  private static final String LOGIT = ",\"outputs\":[{\"name\":\"logit\"}]";
  private static final String BINARY_LOGIT =
      ",\"outputs\":[{\"name\":\"logit\",\"parameters\":{\"binary_data\":true}}]";
  private static final TensorRequest DAILY =
      TensorRequest.random(60, TensorRequest.DAILY, 30, 60, 60, 30, 60);
  private static final TensorRequest PER_ELEMENT_SET =
      TensorRequest.random(41, TensorRequest.PER_ELEMENT_SET, 41, 7, 1, 30);

  @Autowired private RestTestClient rest;
  @Autowired private ModelRegistry registry;
  private InferenceClient daily;
  private InferenceClient perElementSet;

  @BeforeEach
  void connect() {
    daily = new InferenceClient(rest, DAILY_MODEL);
    perElementSet = new InferenceClient(rest, "maneuver-lstm");
  }

  @Test
  void jsonAndBinaryDataOfADailyModelGiveTheSameResultsAsPredictions() {
    assertAlike(daily, DAILY);
  }

  @Test
  void jsonAndBinaryDataOfAModelPerElementSetGiveTheSameResultsAsPredictions() {
    assertAlike(perElementSet, PER_ELEMENT_SET);
  }

  private void assertAlike(InferenceClient client, TensorRequest request) {
    float[] flat = client.json(request.json(LOGIT)).data(0);
    float[] nested = client.json(request.nestedJson(LOGIT)).data(0);
    float[] binary =
        client.binary(request, request.binaryJson(BINARY_LOGIT)).floats(request.windows());
    JsonNode predictions = predictions(client.model(), request);

    assertThat(flat).hasSize(request.windows()).doesNotHaveDuplicates();
    assertThat(nested).containsExactly(flat, within(1e-5f));
    assertThat(binary).containsExactly(flat, within(1e-5f));
    for (int i = 0; i < flat.length; i++) {
      int days = request.channels() == TensorRequest.DAILY ? (int) request.lengths()[i] : 30;
      Calibration calibration =
          Objects.requireNonNull(registry.get(client.model()).bundle().calibration().get(days));
      double probability = predictions.at("/predictions/" + i + "/probability").asDouble();
      double logit =
          (Math.log(probability / (1 - probability)) - calibration.offset()) / calibration.slope();
      assertThat((double) flat[i]).as("window %d", i).isCloseTo(logit, within(1e-5));
    }
  }

  @Test
  void probabilityOfADailyModelIsThatOfPredictions() {
    InferenceClient.Answer answer = daily.json(DAILY.json(""));
    JsonNode predictions = predictions(DAILY_MODEL, DAILY);

    assertThat(answer.json().at("/outputs/1/name").asString()).isEqualTo("probability");
    for (int i = 0; i < DAILY.windows(); i++) {
      assertThat((double) answer.data(1)[i])
          .isCloseTo(predictions.at("/predictions/" + i + "/probability").asDouble(), within(1e-5));
    }
  }

  @Test
  void responseNamesModelVersionAndRequest() {
    JsonNode json = daily.json(DAILY.json("")).json();

    assertThat(json.get("model_name").asString()).isEqualTo(DAILY_MODEL);
    assertThat(json.get("model_version").asString()).isEqualTo(DAILY_VERSION);
    assertThat(json.get("id").asString()).isEqualTo("the one");
    assertThat(json.at("/outputs/0/datatype").asString()).isEqualTo("FP32");
    assertThat(json.at("/outputs/0/shape").toString()).isEqualTo("[5]");
  }

  @Test
  void requestWithoutAnIdIsAnsweredWithoutOne() {
    String body = DAILY.json("").replace("\"id\":\"the one\",", "");

    assertThat(daily.json(body).json().has("id")).isFalse();
  }

  @Test
  void onlyRequestedOutputsAreReturnedInTheirOrderAndForm() {
    String mixed =
        ",\"parameters\":{\"binary_data_output\":true,\"other\":[1]},\"outputs\":["
            + "{\"name\":\"probability\"},"
            + "{\"name\":\"logit\",\"parameters\":{\"binary_data\":false}}]";
    InferenceClient.Answer answer = daily.binary(DAILY, DAILY.binaryJson(mixed));
    InferenceClient.Answer all = daily.json(DAILY.json(""));

    assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
    assertThat(answer.json().at("/outputs/0/parameters/binary_data_size").asInt()).isEqualTo(20);
    assertThat(answer.json().at("/outputs/0").has("data")).isFalse();
    assertThat(answer.json().at("/outputs/1").has("parameters")).isFalse();
    assertThat(answer.floats(5)).containsExactly(all.data(1), within(1e-6f));
    assertThat(answer.data(1)).containsExactly(all.data(0), within(1e-6f));
    assertThat(answer.binary().remaining()).isZero();
    assertThat(daily.json(DAILY.json(LOGIT)).json().get("outputs").size()).isEqualTo(1);
  }

  @Test
  void allOutputsAreBinaryOnRequest() {
    String whole = ",\"parameters\":{\"binary_data_output\":true},\"outputs\":[]";
    InferenceClient.Answer answer = daily.json(DAILY.json(whole));

    assertThat(answer.headers().getContentLength())
        .isEqualTo(Long.parseLong(answer.headers().getFirst(InferenceClient.HEADER)) + 40);
    assertThat(answer.floats(10)).doesNotContain(Float.NaN);
  }

  @Test
  void responseWithoutBinaryDataHasNoLengthHeader() {
    InferenceClient.Answer answer = daily.binary(DAILY, DAILY.binaryJson(LOGIT));

    assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
    assertThat(answer.headers().containsHeader(InferenceClient.HEADER)).isFalse();
  }

  @Test
  void withoutLengthsEveryStepCounts() {
    TensorRequest full = TensorRequest.random(30, TensorRequest.DAILY, 30, 30);
    String json = full.json(LOGIT);
    String alone = json.substring(0, json.indexOf(",{\"data\"")) + "]" + LOGIT + "}";

    assertThat(daily.json(alone).data(0)).containsExactly(daily.json(json).data(0), within(1e-5f));
  }

  @Test
  void dataMayComeBeforeNameAndShape() {
    TensorRequest full = TensorRequest.random(30, TensorRequest.DAILY, 30, 30);
    String head = "\"name\":\"x\",\"datatype\":\"FP32\",\"shape\":[2,30,8],";
    String json = full.json(LOGIT);
    int data = json.indexOf(head) + head.length();
    int end = json.indexOf("}", data);
    String turned =
        json.substring(0, data - head.length())
            + json.substring(data, end)
            + ","
            + head.substring(0, head.length() - 1)
            + json.substring(end);

    assertThat(daily.json(turned).data(0)).containsExactly(daily.json(json).data(0), within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "null"})
  void missingNumberIsNullOrNan(String missing) {
    String json = DAILY.json(LOGIT);

    assertThat(daily.json(json.replace("null", missing)).data(0))
        .containsExactly(daily.json(json).data(0), within(1e-6f));
  }

  @Test
  void versionMayBeNamed() {
    InferenceClient versioned =
        new InferenceClient(rest, DAILY_MODEL + "/versions/" + DAILY_VERSION);

    assertThat(versioned.json(DAILY.json(LOGIT)).data(0))
        .containsExactly(daily.json(DAILY.json(LOGIT)).data(0), within(1e-6f));
  }

  private JsonNode predictions(String model, TensorRequest request) {
    String answer =
        rest.post()
            .uri("/api/v1/predictions?model=" + model)
            .contentType(MediaType.APPLICATION_JSON)
            .body(request.predictions())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new JsonMapper().readTree(String.valueOf(answer));
  }
}

package space.maneuver.web.oip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import space.maneuver.web.inference.InferenceClient;
import space.maneuver.web.inference.TensorRequest;

/** Requests that violate the protocol or do not fit the model. */
@HttpTest
@TestPropertySource(properties = "maneuver.limits.windows=4")
class InferenceFaultsTest {

  private static final TensorRequest GOOD = TensorRequest.random(30, TensorRequest.DAILY, 30, 30);
  private static final String X_SIZE = "\"binary_data_size\":1920";
  private static final String LENGTHS_SIZE = "\"binary_data_size\":16";

  @Autowired private RestTestClient rest;
  private InferenceClient client;

  @BeforeEach
  void connect() {
    client = new InferenceClient(rest, "maneuver-lstm-daily");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"shape\":[2,30,8]  | \"shape\":[2,240]    | tensor x: shape has 2 dimensions; expected 3",
        "\"shape\":[2,30,8]  | \"shape\":[3,30,8]   | tensor x: data has 480 numbers; its shape requires 720",
        "\"shape\":[2,30,8]  | \"shape\":[1,30,8]   | tensor x: data has more than 240 numbers",
        "\"shape\":[2,30,8]  | \"shape\":[2,24,10]  | tensor x: shape[2] is 10; the model has 8 channels",
        "\"shape\":[2,30,8]  | \"shape\":[0,30,8]   | tensor x: data has more than 0 numbers",
        "\"shape\":[2,30,8]  | \"shape\":[6,10,8]   | tensor x: shape[0] is 6 windows; must be 1 to 4",
        "\"shape\":[2,30,8]  | \"shape\":[-2,30,8]  | tensor x: shape[0] must be a non-negative 64-bit integer",
        "\"shape\":[2,30,8]  | \"shape\":[2.0,30,8] | tensor x: shape[0] must be a non-negative 64-bit integer",
        "\"shape\":[2,30,8]  | \"shape\":[99999999999999999999,30,8] | tensor x: shape[0] must be a non-negative 64-bit integer",
        "\"shape\":[2,30,8]  | \"shape\":[4611686018427387904,4,8] | tensor x: data has 480 numbers; its shape requires 9223372036854775807",
        "\"shape\":[2,30,8]  | \"shape\":[1,1,1,1,1,1,1,1,1] | tensor x: shape has more than 8 dimensions",
        "\"shape\":[2,30,8]  | \"shape\":8          | tensor x: shape must be a list",
        "\"shape\":[2,30,8], | ``                   | tensor x: shape is missing",
        "\"FP32\"            | \"FP64\"             | tensor x: datatype is FP64; expected FP32",
        "\"FP32\"            | 32                   | tensor x: datatype must be a string",
        "\"INT64\"           | \"INT32\"            | tensor lengths: datatype is INT32; expected INT64",
        "\"shape\":[2]       | \"shape\":[2,1]      | tensor lengths: shape has 2 dimensions; expected 1",
        "[30, 30]            | [30]                 | tensor lengths: data has 1 numbers; its shape requires 2",
        "[30, 30]            | [30, 31]             | tensor lengths: [1] is 31; must be 1 to 30",
        "[30, 30]            | [30, 29]             | tensor lengths: [1] is 29 steps; a window has one step per day: [30, 60]",
        "[30, 30]            | [30, 0]              | tensor lengths: [1] is 0; must be 1 to 30",
        "[30, 30]            | [30, 29.5]           | tensor lengths: [1] must be a whole number",
        "[30, 30]            | [30, null]           | tensor lengths: [1] must be a whole number",
        "[30, 30]            | [[30, 30]]           | tensor lengths: data is nested as [1, 2]; its shape is [2]",
        "[30, 30]            | [30, [30]]           | tensor lengths: data mixes lists and numbers, or is nested too deeply",
        "[30, 30]            | [30, \"30\"]         | tensor lengths: data must contain only numbers",
        "[30, 30]            | \"30\"               | tensor lengths: data must be a list of numbers",
        "\"name\":\"lengths\"| \"name\":\"x\"       | tensor x: appears twice in inputs",
        "\"name\":\"lengths\"| \"name\":\"y\"       | tensor y: unknown input; expected one of [x, lengths]",
        "\"name\":\"x\",     | ``                   | inputs[0].name is missing",
        "\"inputs\"          | \"input\"            | inputs is missing",
        "\"id\":\"the one\"  | \"id\":1             | id must be a string",
        "]}]}                | ]}],\"outputs\":[{\"name\":\"p\"}]} | tensor p: unknown output; expected one of [logit, probability]",
        "]}]}                | ]}],\"outputs\":[{\"name\":\"logit\"},{\"name\":\"logit\"}]} | tensor logit: appears twice in outputs",
        "]}]}                | ]}],\"outputs\":[{}]} | outputs[0].name is missing",
        "]}]}                | ]}],\"outputs\":[1]}  | outputs[0] must be an object",
        "]}]}                | ]}],\"parameters\":{\"binary_data_output\":1}} | binary_data_output must be true or false",
        "\"name\":\"x\",     | \"name\":\"x\",\"parameters\":{\"binary_data_size\":1920}, | tensor x: has both data and binary_data_size",
      })
  void faultOfJsonIsReported(String part, String other, String error) {
    assertRefused(client.json(spoiled(turned(GOOD.json("")), part, other)), error);
  }

  /** Returns the fields of {@code lengths} in the usual order. */
  private static String turned(String json) {
    return json.replace(
        "{\"data\":[30, 30],\"shape\":[2],\"datatype\":\"INT64\",\"name\":\"lengths\"}",
        "{\"name\":\"lengths\",\"datatype\":\"INT64\",\"shape\":[2],\"data\":[30, 30]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        X_SIZE
            + " | \"binary_data_size\":1916 | tensor x: binary_data_size is 1916; its shape and datatype require 1920",
        X_SIZE
            + " | \"binary_data_size\":1936 | tensor x: binary_data_size is 1936; its shape and datatype require 1920",
        X_SIZE
            + " | \"binary_data_size\":-1   | tensor x: binary_data_size must be a non-negative 64-bit integer",
        X_SIZE
            + " | \"binary_data_size\":1e3  | tensor x: binary_data_size must be a non-negative 64-bit integer",
        X_SIZE + " | \"size\":1920             | tensor x: has neither data nor binary_data_size",
        "[2\\,30\\,8] | [4\\,1000\\,8]         | tensor x: binary_data_size is 1920; its shape and datatype require 128000",
        LENGTHS_SIZE
            + " | \"binary_data_size\":8 | tensor lengths: binary_data_size is 8; its shape and datatype require 16",
      })
  void faultOfBinaryDataIsReported(String part, String other, String error) {
    String json = spoiled(GOOD.binaryJson(""), part.replace("\\,", ","), other.replace("\\,", ","));
    assertRefused(client.binary(GOOD, json), error);
  }

  @Test
  void sizesThatReachBeyondTheBodyAreRefused() {
    String json = GOOD.binaryJson("").replace("[2,30,8]", "[3,30,8]").replace("1920", "2880");
    assertRefused(
        client.binary(GOOD, json), "tensor x: the body ends after 1936 of its 2880 bytes");
  }

  @Test
  void bodyWithTrailingBytesIsRefused() {
    String json = GOOD.binaryJson("");
    byte[] body = GOOD.binary(json);
    assertRefused(
        client.post(Arrays.copyOf(body, body.length + 1), "" + json.length()),
        "unexpected bytes after the last tensor's binary data");
  }

  @Test
  void truncatedBinaryDataAreRefused() {
    String json = GOOD.binaryJson("");
    byte[] body = GOOD.binary(json);
    assertRefused(
        client.post(Arrays.copyOf(body, body.length - 3), "" + json.length()),
        "tensor lengths: the body ends after 13 of its 16 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1.5", "99999999999", "64000001000"})
  void invalidLengthOfTheJsonIsRefused(String header) {
    assertRefused(
        client.post(GOOD.binary(GOOD.binaryJson("")), header),
        "Inference-Header-Content-Length must be a whole number of bytes from 1 to 67108864");
  }

  @Test
  void lengthOfTheJsonBeyondTheBodyIsRefused() {
    assertRefused(
        client.post("{}".getBytes(StandardCharsets.UTF_8), "3"),
        "Inference-Header-Content-Length is 3, but the body has only 2 bytes");
  }

  @Test
  void binaryDataWithoutTheHeaderAreRefused() {
    assertRefused(
        client.json(GOOD.binaryJson("")),
        "tensor x: has binary data, which requires the header Inference-Header-Content-Length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"inputs\":[]} x", "{\"inputs\":[],\"inputs\":[]}", "nul"})
  void bodyThatIsNotJsonIsRefused(String body) {
    InferenceClient.Answer answer = client.json(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(": line 1, column ");
  }

  @Test
  void invalidNumbersAreReportedWithTheirPlace() {
    float[] values = GOOD.values().clone();
    values[240 + 2 * 8 + 4] = Float.NEGATIVE_INFINITY;
    TensorRequest bad = new TensorRequest(30, 8, values, GOOD.lengths());
    InferenceClient.Answer answer = client.binary(bad, bad.binaryJson(""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error())
        .contains(": tensor x: [1][2][4], ")
        .endsWith("must be a finite 32-bit number");
  }

  @Test
  void windowWithoutNumbersIsRefused() {
    float[] values = GOOD.values().clone();
    Arrays.fill(values, 240, 480, Float.NaN);
    TensorRequest bad = new TensorRequest(30, 8, values, GOOD.lengths());
    assertRefused(client.binary(bad, bad.binaryJson("")), "tensor x: window 1 has no numbers");
  }

  @Test
  void otherContentTypeIsRefused() {
    rest.post()
        .uri("/v2/models/maneuver-lstm/infer")
        .contentType(MediaType.APPLICATION_NDJSON)
        .body("{}")
        .exchange()
        .expectStatus()
        .isEqualTo(415)
        .expectBody()
        .jsonPath("$.error")
        .isNotEmpty();
  }

  @Test
  void unknownModelIsNotFound() {
    InferenceClient.Answer answer = new InferenceClient(rest, "nobody").json(GOOD.json(""));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).startsWith("Unknown model: model 'nobody' not found");
  }

  private static String spoiled(String json, String part, String other) {
    assertThat(json).contains(part);
    return json.replace(part, other == null ? "" : other);
  }

  private static void assertRefused(InferenceClient.Answer answer, String error) {
    assertThat(answer.error()).endsWith(": " + error);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().size()).isEqualTo(1);
  }
}

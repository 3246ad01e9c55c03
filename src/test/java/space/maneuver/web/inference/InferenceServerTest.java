package space.maneuver.web.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.web.HttpTest;

/** The metadata and health that a client of the protocol reads before it sends tensors. */
@HttpTest
class InferenceServerTest {

  @Autowired private RestTestClient client;
  @Autowired private ApplicationContext context;

  @ParameterizedTest
  @ValueSource(strings = {"/v2", "/v2/"})
  void serverIsDescribed(String path) {
    get(path)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("maneuver-detection")
        .jsonPath("$.version")
        .isNotEmpty()
        .jsonPath("$.extensions[0]")
        .isEqualTo("binary_tensor_data");
  }

  @Test
  void serverIsAliveAndReady() {
    get("/v2/health/live").expectStatus().isOk().expectBody().json("{\"live\":true}");
    get("/v2/health/ready")
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"live\":true,\"ready\":true}");
  }

  @Test
  void serverThatRefusesTrafficIsAliveButNotReady() {
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      get("/v2/health/ready")
          .expectStatus()
          .isEqualTo(503)
          .expectBody()
          .json("{\"live\":true,\"ready\":false}");
      get("/v2/health/live").expectStatus().isOk();
    } finally {
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "maneuver-lstm-daily, maneuver-lstm-daily, 8, 2",
    "maneuver-lstm-daily/versions/VERSION, maneuver-lstm-daily, 8, 2",
    "maneuver-lstm, maneuver-lstm, 30, 1"
  })
  void modelDescribesItsTensors(String path, String name, int channels, int outputs) {
    get("/v2/models/" + path.replace("VERSION", versionOf(name)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo(name)
        .jsonPath("$.versions[0]")
        .isEqualTo(versionOf(name))
        .jsonPath("$.platform")
        .isEqualTo("pytorch_torchscript")
        .jsonPath("$.inputs[0].shape[2]")
        .isEqualTo(channels)
        .jsonPath("$.inputs[1].datatype")
        .isEqualTo("INT64")
        .jsonPath("$.outputs.length()")
        .isEqualTo(outputs)
        .jsonPath("$.outputs[0].name")
        .isEqualTo("logit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maneuver-lstm/ready", "maneuver-lstm/versions/VERSION/ready"})
  void knownModelIsReady(String path) {
    get("/v2/models/" + path.replace("VERSION", versionOf("maneuver-lstm")))
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"name\":\"maneuver-lstm\",\"ready\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/models/nobody",
        "/v2/models/%20",
        "/v2/models/nobody/ready",
        "/v2/models/maneuver-lstm/versions/9.9.9",
        "/v2/models/maneuver-lstm/versions/9.9.9/ready",
        "/v2/nowhere"
      })
  void unknownPathIsAnErrorOfTheProtocol(String path) {
    get(path)
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_JSON)
        .expectBody()
        .jsonPath("$.error")
        .isNotEmpty()
        .jsonPath("$.length()")
        .isEqualTo(1);
  }

  @Test
  void unknownModelIsReportedWithTheAvailableOnes() {
    get("/v2/models/nobody/ready")
        .expectBody()
        .jsonPath("$.error")
        .value(
            String.class,
            error ->
                assertThat(error)
                    .contains("maneuver-lstm-daily:" + versionOf("maneuver-lstm-daily")));
  }

  @Test
  void wrongMethodIsAnErrorOfTheProtocol() {
    get("/v2/models/maneuver-lstm/infer")
        .expectStatus()
        .isEqualTo(405)
        .expectBody()
        .jsonPath("$.error")
        .isEqualTo("The method is not allowed for this path: Allowed methods: POST.");
  }

  private RestTestClient.ResponseSpec get(String path) {
    return client.get().uri(URI.create(path)).exchange();
  }

  private static String versionOf(String model) {
    return BundleReader.readFromClassPath(model).description().version();
  }
}

package space.maneuver.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Skipped where there is no Docker: the image is then neither built nor run. */
@Testcontainers(disabledWithoutDocker = true)
class ServiceContainerIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Container
  private static final GenericContainer<?> SERVICE =
      BuiltImage.container()
          .withExposedPorts(8080)
          .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080));

  private static final String HISTORY = SimulatedTles.days200();

  @Test
  void findsTheBurnsOfAHistory() throws Exception {
    JsonNode answer = post("/api/v1/detections", "text/plain", HISTORY);

    JsonNode object = answer.path("objects").path(0);
    assertThat(object.path("elementSets").asInt()).isGreaterThan(190);
    assertThat(object.path("maneuvers").size()).isGreaterThanOrEqualTo(4);
    assertThat(object.path("maneuvers").path(0).path("epoch").asString()).startsWith("2010-03-12");
  }

  @Test
  void predictsWindowsThatItMadeItself() throws Exception {
    JsonNode windows = post("/api/v1/features?days=60&strideDays=60", "text/plain", HISTORY);

    JsonNode answer = post("/api/v1/predictions", "application/json", windows.toString());

    assertThat(answer.path("predictions").size()).isEqualTo(windows.path("windows").size());
    assertThat(answer.path("predictions").path(1).path("maneuver").asBoolean()).isTrue();
  }

  @Test
  void tellsItsHealthMetricsAndInterface() throws Exception {
    assertThat(get("/actuator/health/liveness")).contains("UP");
    assertThat(get("/actuator/health/readiness")).contains("UP", "maneuver-lstm");
    assertThat(get("/actuator/prometheus")).contains("jvm_memory_used_bytes");
    assertThat(JSON.readTree(get("/v3/api-docs")).path("paths").propertyNames())
        .contains("/api/v1/detections", "/api/v1/predictions");
  }

  @Test
  void runsWithoutRights() throws Exception {
    ExecResult result =
        SERVICE.execInContainer(
            "bash",
            "-c",
            "id -u; touch /app/x 2>/dev/null && echo writable; grep CapEff /proc/1/status");

    assertThat(result.getStdout().lines().toList())
        .containsExactly("10001", "CapEff:\t0000000000000000");
  }

  @Test
  void bringsItsBillOfMaterialsAndLicences() throws Exception {
    assumeThat(Path.of("target/classes/META-INF/sbom/application.cdx.json"))
        .as("an offline Maven makes no bill of materials")
        .exists();
    String bill = SERVICE.execInContainer("cat", "/app/licences/application.cdx.json").getStdout();
    String licences = SERVICE.execInContainer("cat", "/app/licences/THIRD-PARTY.txt").getStdout();

    assertThat(JSON.readTree(bill).path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bill).contains("pkg:maven/ai.djl.pytorch/pytorch-engine@");
    assertThat(licences).contains("ai.djl.pytorch:pytorch-engine");
  }

  private static String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(BuiltImage.address(SERVICE) + path)).build());
  }

  private static JsonNode post(String path, String type, String body) throws Exception {
    return JSON.readTree(
        send(
            HttpRequest.newBuilder(URI.create(BuiltImage.address(SERVICE) + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build()));
  }

  private static String send(HttpRequest request) throws Exception {
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}

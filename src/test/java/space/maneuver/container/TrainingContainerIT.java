package space.maneuver.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.AccessMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;
import space.maneuver.testing.SimulatedTles;

/** Bundles go from the training container to the service. Skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class TrainingContainerIT {

  private static final String BUNDLES = "/bundles";
  private static final String READINESS = "/actuator/health/readiness";
  private static final String FOUND = "/api/v1/detections?model=my-lstm&minConfidence=0";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void runningServiceTakesUpWhatTheTrainingContainerMakes() throws Exception {
    String history = SimulatedTles.days200();
    String volume = "maneuver-bundles-" + UUID.randomUUID();
    try (GenericContainer<?> service = service(volume)) {
      service.start();
      assertThat(post(service, FOUND, history).statusCode()).isEqualTo(404);

      train(volume);

      await()
          .atMost(PATIENCE)
          .until(() -> get(service, "/api/v1/models/my-lstm").statusCode() == 200);
      HttpResponse<String> answer = post(service, FOUND, history);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("\"name\":\"my-lstm\"", "\"maneuvers\":[");
      assertThat(get(service, READINESS).body()).contains("my-lstm").contains("\"rejected\":[]");
    } finally {
      DockerClientFactory.lazyClient().removeVolumeCmd(volume).exec();
    }
  }

  @Test
  void runningServiceSaysWhatIsWrongWithABrokenBundleAndGoesOn(@TempDir Path directory)
      throws Exception {
    openToAll(directory);
    try (GenericContainer<?> service = service(directory.toString())) {
      service.start();

      breakBundle(directory);

      await()
          .atMost(PATIENCE)
          .until(() -> get(service, READINESS).body().contains("broken/bundle.json"));
      assertThat(get(service, READINESS).statusCode()).isEqualTo(200);
      assertThat(get(service, "/api/v1/models/broken").statusCode()).isEqualTo(404);
      assertThat(get(service, "/api/v1/models/maneuver-lstm").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void commandNamesTheFaultOfABrokenBundle(@TempDir Path directory) throws Exception {
    openToAll(directory);
    breakBundle(directory);
    try (GenericContainer<?> detect =
        BuiltImage.container("detect", BUNDLES + "/none.tle", "--model", BUNDLES + "/broken")
            .withStartupCheckStrategy(new Ended())) {
      BuiltImage.mount(detect, directory.toString(), BUNDLES, AccessMode.ro);
      detect.start();

      assertThat(detect.getCurrentContainerInfo().getState().getExitCodeLong()).isNotZero();
      assertThat(detect.getLogs()).contains("bundle.json").doesNotContain("\tat ");
    }
  }

  @Test
  void isHealthyWithoutANetwork() {
    try (GenericContainer<?> service =
        BuiltImage.container().withNetworkMode("none").waitingFor(Wait.forHealthcheck())) {
      service.start();

      assertThat(service.isHealthy()).isTrue();
    }
  }

  private static GenericContainer<?> service(String bundles) {
    GenericContainer<?> service =
        BuiltImage.container()
            .withEnv("MANEUVER_MODELS_DIRECTORY", BUNDLES)
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp(READINESS).forPort(8080));
    BuiltImage.mount(service, bundles, BUNDLES, AccessMode.ro);
    return service;
  }

  private static void train(String volume) {
    try (GenericContainer<?> training =
        BuiltImage.container(
                "train",
                "--quick",
                "--architecture",
                "lstm",
                "--simulated",
                "8",
                "--output",
                BUNDLES + "/my-lstm")
            .withNetworkMode("none")
            .withStartupCheckStrategy(
                new OneShotStartupCheckStrategy().withTimeout(Duration.ofMinutes(8)))) {
      BuiltImage.mount(training, volume, BUNDLES, AccessMode.rw);
      training.start();
    }
  }

  private static void breakBundle(Path directory) throws Exception {
    Path bundle = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(bundle.resolve("bundle.json"), "{\"formatVersion\":1");
    Files.writeString(bundle.resolve("model.pt"), "no archive");
    openToAll(bundle);
  }

  private static void openToAll(Path directory) throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static HttpResponse<String> get(GenericContainer<?> service, String path)
      throws Exception {
    return send(request(service, path));
  }

  private static HttpResponse<String> post(GenericContainer<?> service, String path, String body)
      throws Exception {
    return send(
        request(service, path)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(GenericContainer<?> service, String path) {
    return HttpRequest.newBuilder(URI.create(BuiltImage.address(service) + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}

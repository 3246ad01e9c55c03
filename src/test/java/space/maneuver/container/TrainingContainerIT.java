package space.maneuver.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Bundles go from the training container to the service. Skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class TrainingContainerIT {

  private static final String BUNDLES = "/bundles";

  @Test
  void servesWhatTheTrainingContainerMade(@TempDir Path directory) throws Exception {
    openToAll(directory);
    try (GenericContainer<?> training =
        withoutNetwork(
            "train",
            "--quick",
            "--architecture",
            "lstm",
            "--simulated",
            "8",
            "--output",
            BUNDLES + "/my-lstm")) {
      BuiltImage.mount(training, directory, BUNDLES, AccessMode.rw);
      training.start();
      assertThat(directory.resolve("my-lstm/model.pt")).isRegularFile();
    }
    try (GenericContainer<?> service =
        BuiltImage.container()
            .withEnv("MANEUVER_MODELS_DIRECTORY", BUNDLES)
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080))) {
      BuiltImage.mount(service, directory, BUNDLES, AccessMode.ro);
      service.start();
      URI models = URI.create(BuiltImage.address(service) + "/api/v1/models/my-lstm");
      try (InputStream answer = models.toURL().openStream()) {
        assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
            .contains("\"my-lstm\"");
      }
    }
  }

  @Test
  void namesTheFaultOfABrokenBundle(@TempDir Path directory) throws Exception {
    openToAll(directory);
    Path bundle = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(bundle.resolve("bundle.json"), "{\"formatVersion\":1");
    Files.writeString(bundle.resolve("model.pt"), "no archive");
    openToAll(bundle);
    try (GenericContainer<?> detect =
        BuiltImage.container("detect", BUNDLES + "/none.tle", "--model", BUNDLES + "/broken")
            .withStartupCheckStrategy(new Ended())) {
      BuiltImage.mount(detect, directory, BUNDLES, AccessMode.ro);
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

  private static GenericContainer<?> withoutNetwork(String... command) {
    return BuiltImage.container(command)
        .withNetworkMode("none")
        .withStartupCheckStrategy(
            new OneShotStartupCheckStrategy().withTimeout(Duration.ofMinutes(8)));
  }

  private static void openToAll(Path directory) throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}

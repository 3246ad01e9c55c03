package space.maneuver.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.testing.Bundles;

class BundledModelsTest {

  private final int before = ManeuverModel.live();
  private final Path classPath;
  private final URLClassLoader loader;

  BundledModelsTest(@TempDir Path classPath) throws IOException {
    this.classPath = classPath;
    loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null);
    Bundles.index(classPath, "shared", "plain");
    Bundles.write(classPath.resolve("models/plain"), "plain", 1);
    Bundles.write(classPath.resolve("models/shared"), "shared", 1);
  }

  @AfterEach
  void allAreClosed() throws IOException {
    loader.close();
    assertThat(ManeuverModel.live()).as("networks in native memory").isEqualTo(before);
  }

  @Test
  void takenModelBelongsToTheCallerAndTheOthersAreClosed() {
    BundledModels bundled = new BundledModels(loader);
    LoadedBundle plain = bundled.bundles().get(0);

    ManeuverModel taken = Objects.requireNonNull(bundled.take(plain));
    bundled.close();

    assertThat(taken.bundle().name()).isEqualTo("plain");
    assertThat(bundled.take(plain)).isNull();
    assertThat(ManeuverModel.live()).isEqualTo(before + 1);
    taken.close();
  }

  @Test
  void modelReplacedByTheDirectoryIsClosed(@TempDir Path directory) throws IOException {
    Bundles.write(directory.resolve("mine"), "shared", 2);

    try (ModelRegistry registry =
        new ModelRegistry(
            new ModelSettings(directory, "plain"), ModelListener.NONE, new BundledModels(loader))) {
      assertThat(registry.list()).hasSize(2);
      assertThat(ManeuverModel.live()).isEqualTo(before + 2);
    }
  }

  @Test
  void inconsistentBundleIsReportedToTheCaller() throws IOException {
    Files.writeString(classPath.resolve("models/shared/bundle.json"), "{");

    try (BundledModels bundled = new BundledModels(loader)) {
      assertThatExceptionOfType(BundleException.class)
          .isThrownBy(bundled::bundles)
          .withMessageContaining("models/shared/bundle.json");
    }
  }

  @Test
  void indexNamesEveryBundleOfTheProject() throws IOException {
    Path models = Path.of("src/main/resources/models");

    try (Stream<Path> children = Files.list(models)) {
      assertThat(Files.readAllLines(models.resolve("index.txt")))
          .containsExactlyInAnyOrderElementsOf(
              children
                  .filter(Files::isDirectory)
                  .map(child -> child.getFileName().toString())
                  .toList());
    }
  }
}

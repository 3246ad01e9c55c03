package space.maneuver.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.testing.Bundles;

class ModelRegistryTest {

  private final Path classPath;
  private final Path directory;

  ModelRegistryTest(@TempDir Path classPath, @TempDir Path directory) throws IOException {
    this.classPath = classPath;
    this.directory = directory;
    Bundles.index(classPath, "plain", "shared");
    Bundles.write(classPath.resolve("models/plain"), "plain", 1);
    Bundles.write(classPath.resolve("models/shared"), "shared", 1);
  }

  @Test
  void listsTheClassPathAndTheDirectoryWhichTakesPrecedence() throws IOException {
    Bundles.write(directory.resolve("one"), "extra", 1);
    Bundles.write(directory.resolve("two"), "shared", 2);
    Files.createDirectory(directory.resolve(".half-written"));

    try (ModelRegistry registry = open(new ModelSettings(directory, "plain"), classPath)) {
      assertThat(registry.list().stream().map(model -> model.bundle().name()))
          .containsExactly("extra", "plain", "shared");
      assertThat(registry.get("shared").bundle().architecture().layers()).isEqualTo(2);
      assertThat(registry.defaultModel()).isSameAs(registry.get("plain:1.2.3"));
    }
  }

  @Test
  void readsBundlesInsideAJar() throws IOException {
    Path jar = jar();

    try (ModelRegistry registry = open(new ModelSettings(null, "shared"), jar)) {
      assertThat(registry.list()).hasSize(2);
      assertThat(registry.get("plain").card()).isEqualTo(Bundles.CARD);
    }
  }

  @Test
  void unknownNameOrVersionListsTheAvailableOnes() throws IOException {
    try (ModelRegistry registry = open(new ModelSettings(null, "plain"), classPath)) {
      for (String unknown : List.of("fancy", "plain:2.0.0", "plain:", "")) {
        assertThatExceptionOfType(UnknownModelException.class)
            .isThrownBy(() -> registry.get(unknown))
            .withMessageContaining("model '" + unknown + "' not found")
            .withMessageContaining("expected one of: plain:1.2.3, shared:1.2.3")
            .satisfies(e -> assertThat(e.requested()).isEqualTo(unknown));
      }
    }
  }

  @Test
  void missingDefaultIsRefused() {
    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> open(new ModelSettings(null, "best"), classPath))
        .withMessage("model 'best' not found; expected one of: plain:1.2.3, shared:1.2.3");
  }

  @Test
  void missingDirectoryIsRefused() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> open(new ModelSettings(directory.resolve("nowhere"), "plain"), classPath))
        .withMessageContaining("nowhere: cannot be listed");
  }

  @Test
  void versionsAreServedSideBySideAndTheNewestByItsName() throws IOException {
    Bundles.write(directory.resolve("a"), "extra", "1.9.0", 1);
    Bundles.write(directory.resolve("b"), "extra", "1.10.0", 2);
    Bundles.write(directory.resolve("c"), "extra", "1.2.11", 3);

    try (ModelRegistry registry = open(new ModelSettings(directory, "extra:1.9.0"), classPath)) {
      assertThat(registry.list().stream().map(model -> model.bundle().id()))
          .containsExactly(
              "extra:1.10.0", "extra:1.9.0", "extra:1.2.11", "plain:1.2.3", "shared:1.2.3");
      assertThat(registry.get("extra")).isSameAs(registry.get("extra:1.10.0"));
      assertThat(registry.get("extra:1.2.11").bundle().architecture().layers()).isEqualTo(3);
      assertThat(registry.defaultModel().bundle().version()).isEqualTo("1.9.0");
    }
  }

  @Test
  void brokenBundleDoesNotKeepOthersFromBeingServed() throws IOException {
    Bundles.write(directory.resolve("one"), "extra", 1);
    Bundles.write(directory.resolve("two"), "broken", 1);
    Files.writeString(directory.resolve("two/bundle.json"), "{");
    Files.createDirectory(directory.resolve("empty"));

    try (ModelRegistry registry = open(new ModelSettings(directory, "plain"), classPath)) {
      assertThat(registry.list().stream().map(model -> model.bundle().name()))
          .containsExactly("extra", "plain", "shared");
      assertThat(registry.faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.place()).endsWith("two"))
          .satisfies(fault -> assertThat(fault.reason()).contains("is not JSON"));
    }
  }

  @Test
  void firstOfTwoBundlesOfTheSameVersionIsServed() throws IOException {
    Bundles.write(directory.resolve("one"), "extra", 1);
    Bundles.write(directory.resolve("two"), "extra", 2);

    try (ModelRegistry registry = open(new ModelSettings(directory, "plain"), classPath)) {
      assertThat(registry.get("extra").bundle().architecture().layers()).isEqualTo(1);
      assertThat(registry.faults())
          .singleElement()
          .satisfies(
              fault ->
                  assertThat(fault.reason())
                      .contains("two/bundle.json: name is extra:1.2.3")
                      .endsWith("one"));
    }
  }

  private static ModelRegistry open(ModelSettings settings, Path root) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      return new ModelRegistry(settings, ModelListener.NONE, new BundledModels(loader));
    }
  }

  private Path jar() throws IOException {
    Path jar = directory.resolve("bundles.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classPath.resolve("models"))) {
      for (Path file : files.toList()) {
        boolean folder = Files.isDirectory(file);
        out.putNextEntry(new JarEntry(classPath.relativize(file) + (folder ? "/" : "")));
        if (!folder) {
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }
}

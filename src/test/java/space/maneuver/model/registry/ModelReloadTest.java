package space.maneuver.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.testing.Bundles;
import space.maneuver.testing.Windows;

/** The model directory changes while its models are in service. */
class ModelReloadTest {

  private final List<String> told = new ArrayList<>();
  private final Path directory;
  private final int before = ManeuverModel.live();
  private final ModelRegistry registry;

  ModelReloadTest(@TempDir Path classPath, @TempDir Path directory) throws IOException {
    this.directory = directory;
    Bundles.index(classPath, "plain");
    Bundles.write(classPath.resolve("models/plain"), "plain", "1.0.0", 1);
    Bundles.write(directory.resolve("mine"), "mine", 1);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
      registry =
          new ModelRegistry(
              new ModelSettings(directory, "plain"), new Told(), new BundledModels(loader));
    }
    told.clear();
  }

  @AfterEach
  void close() {
    registry.close();
    assertThat(ManeuverModel.live()).as("networks in native memory").isEqualTo(before);
  }

  @Test
  void bundleIsLoadedOnceItsFilesStopChanging() throws IOException {
    Bundles.write(directory.resolve("new"), "new", 2);

    registry.refresh();
    assertThat(names()).containsExactly("mine:1.2.3", "plain:1.0.0");
    registry.refresh();

    assertThat(names()).containsExactly("mine:1.2.3", "new:1.2.3", "plain:1.0.0");
    assertThat(told).containsExactly("loaded new:1.2.3");
  }

  @Test
  void bundleIsReplacedWhileTheOldOneIsInUse() throws IOException {
    ManeuverModel old = registry.get("mine");
    ModelLease lease = registry.lease("mine");
    WindowBatch window = Windows.alone(Windows.random(1, 30).get(0));
    float answer = old.logits(window)[0];

    Bundles.write(directory.resolve("mine"), "mine", 2);
    settle();

    ManeuverModel next = registry.get("mine");
    assertThat(next.bundle().architecture().layers()).isEqualTo(2);
    assertThat(next.logits(window)[0]).isNotEqualTo(answer);
    assertThat(lease.model().logits(window)[0]).isEqualTo(answer);
    assertThat(ManeuverModel.live()).isEqualTo(before + 3);
    lease.close();
    assertThat(ManeuverModel.live()).isEqualTo(before + 2);
    assertThat(told).containsExactly("loaded mine:1.2.3");
  }

  @Test
  void removedBundleIsClosed() throws IOException {
    FileSystemUtils.deleteRecursively(directory.resolve("mine"));

    registry.refresh();
    assertThat(names()).contains("mine:1.2.3");
    registry.refresh();

    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> registry.lease("mine"))
        .withMessageContaining("expected one of: plain:1.0.0");
    assertThat(ManeuverModel.live()).isEqualTo(before + 1);
    assertThat(told).containsExactly("removed mine:1.2.3");
  }

  @Test
  void bundledModelReturnsWhenItsReplacementIsRemoved() throws IOException {
    Bundles.write(directory.resolve("other"), "plain", "0.9.0", 2);
    settle();
    assertThat(names()).containsExactly("mine:1.2.3", "plain:0.9.0");
    assertThat(registry.defaultModel().bundle().version()).isEqualTo("0.9.0");

    FileSystemUtils.deleteRecursively(directory.resolve("other"));
    settle();

    assertThat(names()).containsExactly("mine:1.2.3", "plain:1.0.0");
    assertThat(registry.defaultModel().bundle().architecture().layers()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "digest", "network", "missing"})
  void brokenBundleLeavesTheOldOneServing(String fault) throws IOException {
    ManeuverModel old = registry.get("mine");

    String expected = spoil(directory.resolve("mine"), fault);
    settle();
    settle();

    assertThat(registry.get("mine")).isSameAs(old);
    assertThat(registry.faults())
        .singleElement()
        .satisfies(each -> assertThat(each.place()).endsWith("mine"))
        .satisfies(each -> assertThat(each.reason()).contains(expected));
    assertThat(told).containsExactly("rejected " + directory.resolve("mine"));
    assertThat(ManeuverModel.live()).isEqualTo(before + 2);

    Bundles.write(directory.resolve("mine"), "mine", "2.0.0", 2);
    settle();

    assertThat(names()).containsExactly("mine:2.0.0", "plain:1.0.0");
    assertThat(registry.faults()).isEmpty();
  }

  private static String spoil(Path bundle, String fault) throws IOException {
    Path json = bundle.resolve("bundle.json");
    switch (fault) {
      case "json" -> {
        Files.writeString(json, Files.readString(json).replaceFirst("\\{", "{{"));
        return "bundle.json: is not JSON";
      }
      case "digest" -> {
        Files.write(bundle.resolve("model.pt"), Bundles.archive(2));
        return "bundle.json: sha256 is";
      }
      case "network" -> {
        byte[] noNetwork = {1, 2, 3};
        Files.write(bundle.resolve("model.pt"), noNetwork);
        String digest = DigestUtils.sha256Hex(noNetwork);
        Files.writeString(
            json,
            Files.readString(json)
                .replaceFirst("\"sha256\" : \"\\w+\"", "\"sha256\" : \"" + digest + '"'));
        return "model.pt: cannot be run";
      }
      default -> {
        Files.delete(bundle.resolve("MODEL_CARD.md"));
        return "MODEL_CARD.md: is missing";
      }
    }
  }

  @Test
  void touchedFilesAreNotANewBundle() throws IOException {
    ManeuverModel old = registry.get("mine");

    Files.setLastModifiedTime(directory.resolve("mine/model.pt"), FileTime.fromMillis(1));
    settle();

    assertThat(registry.get("mine")).isSameAs(old);
    assertThat(told).isEmpty();
  }

  @Test
  void renamedDirectoryNeverLeavesTheNameUnserved() throws IOException {
    Files.move(directory.resolve("mine"), directory.resolve("yours"));

    registry.refresh();
    assertThat(names()).contains("mine:1.2.3");
    registry.refresh();

    assertThat(names()).contains("mine:1.2.3");
    assertThat(registry.faults()).isEmpty();
  }

  @Test
  void duplicateIsServedWhenTheOtherIsRemoved() throws IOException {
    Bundles.write(directory.resolve("second"), "mine", 2);
    settle();
    assertThat(registry.get("mine").bundle().architecture().layers()).isEqualTo(1);
    assertThat(registry.faults()).hasSize(1);

    FileSystemUtils.deleteRecursively(directory.resolve("mine"));
    settle();

    assertThat(registry.get("mine").bundle().architecture().layers()).isEqualTo(2);
    assertThat(registry.faults()).isEmpty();
    assertThat(told)
        .containsExactly("rejected " + directory.resolve("second"), "loaded mine:1.2.3");
  }

  @Test
  void redirectedSymbolicLinksAreFollowed() throws IOException {
    Path volume = Files.createDirectory(directory.resolve("mounted"));
    Bundles.write(volume.resolve("..first"), "mounted", "1.0.0", 1);
    Bundles.write(volume.resolve("..second"), "mounted", "1.0.1", 2);
    Path data = Files.createSymbolicLink(volume.resolve("..data"), Path.of("..first"));
    for (String file : List.of("bundle.json", "model.pt", "MODEL_CARD.md")) {
      Files.createSymbolicLink(volume.resolve(file), Path.of("..data", file));
    }
    settle();
    assertThat(names()).contains("mounted:1.0.0");

    Path turned = Files.createSymbolicLink(volume.resolve("..turned"), Path.of("..second"));
    Files.move(turned, data, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    settle();

    assertThat(names()).containsExactly("mine:1.2.3", "mounted:1.0.1", "plain:1.0.0");
  }

  @Test
  void directoryThatCannotBeListedChangesNothing() throws IOException {
    Path away = directory.resolveSibling("away");
    Files.move(directory, away);
    try {
      settle();

      assertThat(names()).containsExactly("mine:1.2.3", "plain:1.0.0");
      assertThat(registry.faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.reason()).contains("cannot be listed"));
    } finally {
      Files.move(away, directory);
    }
    registry.refresh();
    assertThat(registry.faults()).isEmpty();
  }

  @Test
  void defaultStaysInServiceWhenItsBundleIsRemoved(@TempDir Path classPath) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null);
        ModelRegistry other =
            new ModelRegistry(
                new ModelSettings(directory, "mine"),
                ModelListener.NONE,
                new BundledModels(loader))) {
      ManeuverModel served = other.defaultModel();
      FileSystemUtils.deleteRecursively(directory.resolve("mine"));
      for (int i = 0; i < 4; i++) {
        other.refresh();
      }

      assertThat(other.defaultModel()).isSameAs(served);
      assertThat(other.faults())
          .containsExactly(
              new BundleFault(
                  "mine",
                  "mine: its bundle was removed, but as the default model it stays in service until"
                      + " replaced"));

      Bundles.write(directory.resolve("again"), "mine", "3.0.0", 1);
      other.refresh();
      other.refresh();

      assertThat(other.list().stream().map(each -> each.bundle().id()))
          .containsExactly("mine:3.0.0");
      assertThat(other.faults()).isEmpty();
    }
  }

  private void settle() {
    registry.refresh();
    registry.refresh();
  }

  private List<String> names() {
    return registry.list().stream().map(each -> each.bundle().id()).toList();
  }

  private final class Told implements ModelListener {

    @Override
    public void loaded(ModelBundle model) {
      told.add("loaded " + model.id());
    }

    @Override
    public void removed(ModelBundle model) {
      told.add("removed " + model.id());
    }

    @Override
    public void rejected(BundleFault fault) {
      told.add("rejected " + fault.place());
    }

    @Override
    public void serving(List<ManeuverModel> models) {
      assertThat(models).isNotEmpty();
    }
  }
}

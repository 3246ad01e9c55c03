package space.maneuver.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.testing.Bundles;

class BundleWriterTest {

  private final Path parent;

  BundleWriterTest(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void replacesABundleAndLeavesNoOtherFiles() throws IOException {
    Path bundle = parent.resolve("deep/test");
    Bundles.write(bundle, "test", 1);
    Bundles.write(bundle, "test", 2);

    assertThat(BundleReader.read(bundle).description().architecture().layers()).isEqualTo(2);
    assertThat(names(bundle)).containsExactly("MODEL_CARD.md", "bundle.json", "model.pt");
    assertThat(names(parent.resolve("deep"))).containsExactly("test");
  }

  @Test
  void equalBundlesGiveEqualFiles() throws IOException {
    Bundles.write(parent.resolve("a"), "test", 1);
    Bundles.write(parent.resolve("b"), "test", 1);

    for (String file : names(parent.resolve("a"))) {
      assertThat(parent.resolve("a").resolve(file))
          .hasSameBinaryContentAs(parent.resolve("b").resolve(file));
    }
  }

  @Test
  void inconsistentBundleLeavesTheOldOne() throws IOException {
    Path bundle = parent.resolve("test");
    Bundles.write(bundle, "test", 1);
    ModelBundle noNumber = withMetrics(Map.of("f1", Double.NaN));

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleWriter.write(bundle, noNumber, Bundles.archive(2), Bundles.CARD));

    assertThat(BundleReader.read(bundle).description().architecture().layers()).isEqualTo(1);
    assertThat(names(parent)).containsExactly("test");
  }

  @Test
  void directoryWithoutABundleIsNotReplaced() throws IOException {
    Path precious = Files.writeString(parent.resolve("thesis.tex"), "words");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> Bundles.write(parent, "test", 1))
        .withMessageContaining("thesis.tex");
    assertThat(precious).hasContent("words");
  }

  private static ModelBundle withMetrics(Map<String, Object> metrics) {
    ModelBundle bundle = Bundles.describe("test", 2);
    return new ModelBundle(
        bundle.formatVersion(),
        bundle.name(),
        bundle.version(),
        bundle.architecture(),
        bundle.features(),
        bundle.windowDays(),
        bundle.normaliser(),
        bundle.calibration(),
        bundle.eventCalibration(),
        bundle.calibrationByRegime(),
        bundle.thresholds(),
        bundle.training(),
        metrics,
        bundle.sha256(),
        bundle.measuredRegimes());
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}

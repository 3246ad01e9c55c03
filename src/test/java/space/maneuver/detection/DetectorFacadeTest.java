package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.BundleWriter;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;

class DetectorFacadeTest {

  private static final String BUNDLED = "maneuver-lstm-daily";

  @Test
  void bundledModelIsOpenedByItsNameAndFreedWhenClosed() {
    int before = ManeuverModel.live();
    try (Detector detector = Detector.open(BUNDLED)) {
      assertThat(detector.bundle().name()).isEqualTo(BUNDLED);
      assertThat(ManeuverModel.live()).isEqualTo(before + 1);
      assertThat(detector.detect(history(1)).maneuvers()).isNotEmpty();
    }
    assertThat(ManeuverModel.live()).isEqualTo(before);
  }

  @Test
  void bundleInADirectoryAnswersAsTheBundledOne(@TempDir Path directory) throws IOException {
    LoadedBundle bundled = BundleReader.find(BUNDLED);
    Path copy = directory.resolve("copy");
    BundleWriter.write(copy, bundled.description(), bundled.network(), bundled.card());

    try (Detector ofDirectory = Detector.open(copy.toString());
        Detector ofName = Detector.open(BUNDLED)) {
      assertThat(ofDirectory.detect(history(1))).isEqualTo(ofName.detect(history(1)));
    }
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    try (Detector detector = Detector.open(BUNDLED)) {
      List<ObjectReport> alone = new ArrayList<>();
      for (int seed = 0; seed < 8; seed++) {
        alone.add(detector.detect(history(seed)));
      }
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<ObjectReport>> together = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
          History history = history(seed);
          together.add(threads.submit(() -> detector.detect(history)));
        }
        for (int seed = 0; seed < 8; seed++) {
          assertThat(together.get(seed).get()).isEqualTo(alone.get(seed));
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void unknownNameIsRefusedByName() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> Detector.open("no-such-model"))
        .withMessageContaining("no-such-model");
  }

  private static History history(long seed) {
    return new KeplerHistory(seed).burn(60.4, 1, 0).days(120);
  }
}

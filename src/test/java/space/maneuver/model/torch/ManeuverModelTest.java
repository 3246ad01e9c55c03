package space.maneuver.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.testing.Bundles;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.StepBundles;
import space.maneuver.testing.Windows;
import space.maneuver.torchscript.ManeuverLstmNetwork;

class ManeuverModelTest {

  private static final Offset<Float> TOLERANCE = within(1e-5f);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreesWithTheEquationsAtMixedLengths(int layers) {
    ManeuverLstmNetwork network = Bundles.network(layers);
    ReferenceLstm reference = new ReferenceLstm(network, network.initialise(layers));
    List<float[][]> windows = Windows.random(5, 30, 1, 17, 60, 2);
    WindowBatch batch = Windows.batch(windows, 0);

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(layers))) {
      float[] logits = model.logits(batch);
      float[] steps = model.stepLogits(batch);

      assertThat(logits).hasSize(5);
      assertThat(steps).hasSize(5 * 60);
      for (int window = 0; window < 5; window++) {
        double[] expected = reference.logits(windows.get(window));
        int length = expected.length;
        assertThat(logits[window]).isCloseTo((float) expected[length - 1], TOLERANCE);
        assertThat(logits[window]).isCloseTo(steps[window * 60 + length - 1], TOLERANCE);
        for (int step = 0; step < 60; step++) {
          float at = step < length ? (float) expected[step] : 0;
          assertThat(steps[window * 60 + step]).isCloseTo(at, TOLERANCE);
        }
      }
    }
  }

  @Test
  void longerWindowsAndLargerStatesRunInSmallerBatches() {
    try (ManeuverModel forward = ManeuverModel.start(DailyBundles.random(1));
        ManeuverModel bothWays = ManeuverModel.start(StepBundles.random(1))) {
      assertThat(forward.largestBatch(30)).isEqualTo(WindowBatch.LARGEST);
      int few = forward.largestBatch(1024);
      assertThat(few).isBetween(2, WindowBatch.LARGEST / 2);
      assertThat(forward.largestBatch(2048)).isEqualTo(few / 2);
      assertThat(bothWays.largestBatch(1024)).isEqualTo(few / 2);
      assertThat(forward.largestBatch(1_000_000)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {1e30f, Float.NaN, Float.NEGATIVE_INFINITY})
  void stepsBeyondALengthNeverMatter(float beyond) {
    List<float[][]> windows = Windows.random(6, 60, 30, 1);
    WindowBatch clean = Windows.batch(windows, 0);
    WindowBatch padded = Windows.batch(windows, beyond);

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(2))) {
      assertThat(model.logits(padded)).containsExactly(model.logits(clean), TOLERANCE);
      assertThat(model.stepLogits(padded)).containsExactly(model.stepLogits(clean), TOLERANCE);
    }
  }

  @Test
  void windowsOf30And60DaysInOneBatchGetTheSameLogitsAsAlone() {
    List<float[][]> windows = Windows.random(7, 30, 60, 60, 30, 1);

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(2))) {
      float[] together = model.logits(Windows.batch(windows, 0));

      for (int i = 0; i < windows.size(); i++) {
        float[] alone = model.logits(Windows.alone(windows.get(i)));
        assertThat(alone).hasSize(1);
        assertThat(together[i]).isCloseTo(alone[0], TOLERANCE);
      }
    }
  }

  @Test
  void concurrentCallsGetTheirOwnResults() {
    List<float[][]> windows = Windows.random(8, IntStream.range(1, 61).toArray());

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(1))) {
      float[] expected = model.logits(Windows.batch(windows, 0));

      IntStream.range(0, 600)
          .parallel()
          .forEach(
              i -> {
                float[] alone = model.logits(Windows.alone(windows.get(i % 60)));
                assertThat(alone[0]).isCloseTo(expected[i % 60], TOLERANCE);
              });
    }
  }

  /** Threads started by OpenMP stay for the next call, under the name of the caller. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void runsOnTheCallingThreadAlone() throws Exception {
    WindowBatch few = Windows.batch(Windows.random(9, 30, 30, 30, 30), 0);
    ExecutorService caller = Executors.newSingleThreadExecutor(work -> new Thread(work, "caller"));

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(1))) {
      caller.submit(() -> model.logits(few)).get();

      assertThat(namesOfThreads()).containsOnlyOnce("caller");
    } finally {
      caller.shutdownNow();
    }
  }

  private static List<String> namesOfThreads() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        names.add(Files.readString(task.resolve("comm")).strip());
      }
    }
    return names;
  }

  @Test
  void windowsOfAnotherWidthAreRefused() {
    WindowBatch narrow = new WindowBatch(WindowBatch.allocate(1, 30, 8), 1, 30, 8, new long[] {30});

    try (ManeuverModel model = ManeuverModel.start(Bundles.loaded(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.logits(narrow))
          .withMessageContaining("8")
          .withMessageContaining("9");
      assertThatIllegalArgumentException().isThrownBy(() -> model.stepLogits(narrow));
    }
  }

  @Test
  void networkThatPyTorchCannotLoadIsRefused() {
    LoadedBundle broken = new LoadedBundle("here", Bundles.describe("a", 1), new byte[9], "");

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> ManeuverModel.start(broken))
        .withMessageContaining("here/model.pt");
  }

  @Test
  void networkOfAnotherArchitectureIsRefused() {
    LoadedBundle other = new LoadedBundle("here", Bundles.describe("a", 3), Bundles.archive(2), "");

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> ManeuverModel.start(other))
        .withMessage("here/bundle.json: architecture.layers is 3; expected 2, as in model.pt");
  }

  @Test
  void closedModelRefusesToRunAndMayBeClosedAgain() {
    ManeuverModel model = ManeuverModel.start(Bundles.loaded(1));
    WindowBatch window = Windows.alone(Windows.random(1, 30).get(0));

    model.close();
    model.close();

    assertThatIllegalStateException().isThrownBy(() -> model.logits(window));
    assertThatIllegalStateException().isThrownBy(() -> model.stepLogits(window));
  }
}

package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import space.maneuver.evaluation.Tuning;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.loop.LoopSettings;
import space.maneuver.training.samples.SampleBatch;
import space.maneuver.training.samples.Sampler;
import space.maneuver.training.samples.WholeWindowSampler;

class WholeWindowSamplerTest {

  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);

  /** Enough that a good part of them has no burn. */
  private static final int WINDOWS = 512;

  @Test
  void windowIsTheEndOfALongerOneAndKeepsItsBurns() {
    Sampler steps =
        QuickTraining.plan(QuickTraining.perGap(1, 5))
            .sampler(List.of(A), List.of(), UnlabeledHistories.NONE);
    Sampler same =
        QuickTraining.plan(QuickTraining.perGap(1, 5))
            .sampler(List.of(A), List.of(), UnlabeledHistories.NONE);
    SampleBatch all = same.next(40);

    SampleBatch whole = new WholeWindowSampler(steps, 1).next(40);

    WindowBatch windows = whole.windows();
    int time = windows.time();
    int positive = 0;
    for (int row = 0; row < 40; row++) {
      int length = (int) windows.lengths()[row];
      int shift = (int) all.windows().lengths()[row] - length;
      assertThat(length).isBetween(8, 60);
      float burns = 0;
      for (int k = 0; k < length; k++) {
        assertThat(windows.x().asFloatBuffer().get((row * time + k) * windows.channels()))
            .isEqualTo(
                all.windows()
                    .x()
                    .asFloatBuffer()
                    .get((row * time + k + shift) * windows.channels()));
        burns = Math.max(burns, all.labels()[row * time + k + shift]);
      }
      int last = row * time + length - 1;
      assertThat(whole.labels()[last]).isEqualTo(burns);
      assertThat(whole.weights()[last]).isEqualTo(1 / 40f);
      positive += (int) burns;
    }
    assertThat(positive).isBetween(1, 39);
    assertThat(Arrays.equals(all.windows().lengths(), windows.lengths())).isFalse();
    float sum = 0;
    for (float weight : whole.weights()) {
      sum += weight;
    }
    assertThat(sum).isEqualTo(1, within(1e-5f));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"LSTM", "BILSTM"})
  void networkLearnsToRecognizeWindowsWithABurn(NetworkKind kind) throws IOException {
    TrainingSettings settings =
        new TrainingSettings(kind, 1, 20, 1, 2, 0.1, 300, 16, 1e-2f, 0.02f)
            .with(Head.WINDOW, LoopSettings.USUAL);
    TrainingPlan plan = QuickTraining.plan(settings);
    TrainedNetwork network =
        new NetworkTraining(settings, Checkpoints.NONE, Progress.SILENT)
            .train("test", plan.fresh(), plan.samples(List.of(A), List.of()));

    SampleBatch batch = plan.sampler(List.of(A), List.of(), UnlabeledHistories.NONE).next(WINDOWS);
    float[] logits;
    try (ManeuverModel model = plan.start(network, Tuning.none())) {
      assertThat(model.bundle().architecture().head()).isEqualTo(Head.WINDOW);
      logits = model.logits(batch.windows());
    }

    int right = 0;
    int burns = 0;
    for (int row = 0; row < WINDOWS; row++) {
      int last = row * batch.windows().time() + (int) batch.windows().lengths()[row] - 1;
      burns += (int) batch.labels()[last];
      right += (logits[row] > 0) == (batch.labels()[last] == 1) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(Math.max(burns, WINDOWS - burns) + WINDOWS / 32);
  }
}

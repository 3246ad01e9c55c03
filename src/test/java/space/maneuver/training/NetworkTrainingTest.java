package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.evaluation.Tuning;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.samples.Sampler;

class NetworkTrainingTest {

  @Test
  void sameSeedGivesTheSameBytes() throws IOException {
    byte[] one = train(3, 20).archive();
    byte[] again = train(3, 20).archive();

    assertThat(again).isEqualTo(one);
  }

  @Test
  void seedDrawsSamplesAndDropoutToo() throws IOException {
    byte[] start = fresh(3);

    byte[] one = training(3, 20).train("one", start, QuickTraining.samples(3)).archive();
    byte[] other = training(4, 20).train("other", start, QuickTraining.samples(4)).archive();

    assertThat(other).isNotEqualTo(one);
    assertThat(fresh(4)).isNotEqualTo(start);
  }

  @Test
  void lossFalls() throws IOException {
    double[] losses = train(1, 100).losses();

    double first = Arrays.stream(losses, 0, 10).average().orElseThrow();
    double last = Arrays.stream(losses, 90, 100).average().orElseThrow();
    assertThat(losses).hasSize(100);
    assertThat(first).isBetween(0.7, 1.5);
    assertThat(last).isLessThan(0.6 * first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anyNumberOfStepsIsTaken(int steps) throws IOException {
    TrainedNetwork network = train(1, steps);

    assertThat(network.losses()).hasSize(steps).doesNotContain(Double.NaN);
    assertThat(network.archive()).isNotEqualTo(fresh(1));
  }

  @Test
  void reportsProgressAfterEveryStep() throws IOException {
    List<String> heard = new ArrayList<>();
    Progress progress =
        (task, step, steps, loss) ->
            heard.add("%s %d/%d %b".formatted(task, step, steps, loss > 0));
    NetworkTraining training =
        new NetworkTraining(QuickTraining.settings(1, 3), Checkpoints.NONE, progress);

    training.train("job", fresh(1), QuickTraining.samples(1));

    assertThat(heard).containsExactly("job 1/3 true", "job 2/3 true", "job 3/3 true");
  }

  @Test
  void exportReloadsWithTheSameLogits() throws IOException {
    TrainingSettings settings = QuickTraining.settings(2, 10);
    TrainedNetwork network = train(2, 10);
    TrainedNetwork reloaded;
    try (NetworkTrainer trainer = new NetworkTrainer(network.archive(), settings)) {
      reloaded = trained(trainer.export());
    }
    WindowBatch windows = QuickTraining.sampler(9).next(12).windows();

    float[] expected = logits(network, settings, windows);
    assertThat(logits(reloaded, settings, windows)).containsExactly(expected, within(1e-6f));
    assertThat(expected).doesNotHaveDuplicates();
    assertThat(logits(trained(fresh(2)), settings, windows)).isNotEqualTo(expected);
  }

  private static TrainedNetwork trained(byte[] archive) {
    return new TrainedNetwork(archive, new double[0], new double[0], 0, 0);
  }

  private static byte[] fresh(long seed) {
    return QuickTraining.plan(QuickTraining.settings(seed, 10)).fresh();
  }

  private static float[] logits(
      TrainedNetwork network, TrainingSettings settings, WindowBatch windows) {
    try (ManeuverModel model = QuickTraining.plan(settings).start(network, Tuning.none())) {
      return model.logits(windows);
    }
  }

  @Test
  void exportDoesNotAffectTheTraining() throws IOException {
    assertThat(trainedWithExport(true)).isEqualTo(trainedWithExport(false));
  }

  private static byte[] trainedWithExport(boolean export) throws IOException {
    Sampler sampler = QuickTraining.sampler(5);
    try (NetworkTrainer trainer = new NetworkTrainer(fresh(5), QuickTraining.settings(5, 6))) {
      for (int step = 0; step < 6; step++) {
        if (export && step == 3) {
          trainer.export();
        }
        trainer.step(sampler.next(8));
      }
      return trainer.export();
    }
  }

  @Test
  void nonFiniteLossStopsTheTraining() {
    TrainingSettings wild =
        new TrainingSettings(NetworkKind.DAILY_LSTM, 1, 8, 1, 1, 0, 30, 8, 1e38f, 0);
    NetworkTraining training = new NetworkTraining(wild, Checkpoints.NONE, Progress.SILENT);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> training.train("wild", fresh(1), QuickTraining.samples(1)))
        .withMessageContaining("learning rate");
  }

  private static TrainedNetwork train(long seed, int steps) throws IOException {
    NetworkTraining training = training(seed, steps);
    return training.train("test", fresh(seed), QuickTraining.samples(seed));
  }

  private static NetworkTraining training(long seed, int steps) {
    return new NetworkTraining(
        QuickTraining.settings(seed, steps), Checkpoints.NONE, Progress.SILENT);
  }
}

package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.WindowBatch;

class NetworkTrainingTest {

  @Test
  void sameSeedGivesTheSameBytes() throws IOException {
    byte[] one = train(3, 20).archive();
    byte[] again = train(3, 20).archive();

    assertThat(again).isEqualTo(one);
  }

  @Test
  void seedDrawsSamplesAndDropoutToo() throws IOException {
    byte[] start = training(3, 20).fresh();

    byte[] one = training(3, 20).train("one", start, TrainingHistories.series()).archive();
    byte[] other = training(4, 20).train("other", start, TrainingHistories.series()).archive();

    assertThat(other).isNotEqualTo(one);
    assertThat(training(4, 20).fresh()).isNotEqualTo(start);
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
    assertThat(network.archive()).isNotEqualTo(training(1, steps).fresh());
  }

  @Test
  void progressHearsEveryStep() throws IOException {
    List<String> heard = new ArrayList<>();
    Progress progress =
        (task, step, steps, loss) ->
            heard.add("%s %d/%d %b".formatted(task, step, steps, loss > 0));
    NetworkTraining training =
        new NetworkTraining(
            TrainingHistories.settings(1, 3), TrainingHistories.NORMALISER, progress);

    training.train("job", training.fresh(), TrainingHistories.series());

    assertThat(heard).containsExactly("job 1/3 true", "job 2/3 true", "job 3/3 true");
  }

  @Test
  void exportReloadsWithTheSameLogits() throws IOException {
    TrainingSettings settings = TrainingHistories.settings(2, 10);
    TrainedNetwork network = train(2, 10);
    TrainedNetwork reloaded;
    try (NetworkTrainer trainer = new NetworkTrainer(network.archive(), settings)) {
      reloaded = new TrainedNetwork(trainer.export(), network.losses());
    }
    WindowBatch windows =
        new BatchSampler(TrainingHistories.series(), TrainingHistories.NORMALISER, 9)
            .next(12)
            .windows();

    float[] expected = logits(network, settings, windows);
    assertThat(logits(reloaded, settings, windows)).containsExactly(expected, within(1e-6f));
    assertThat(expected).doesNotHaveDuplicates();
    assertThat(logits(new TrainedNetwork(fresh(2), new double[0]), settings, windows))
        .isNotEqualTo(expected);
  }

  private static byte[] fresh(long seed) {
    return training(seed, 10).fresh();
  }

  private static float[] logits(
      TrainedNetwork network, TrainingSettings settings, WindowBatch windows) {
    try (ManeuverModel model = DailyBundle.raw(network, settings, false)) {
      return model.logits(windows);
    }
  }

  @Test
  void exportDoesNotChangeATrainingThatGoesOn() throws IOException {
    assertThat(trainedWithExport(true)).isEqualTo(trainedWithExport(false));
  }

  private static byte[] trainedWithExport(boolean export) throws IOException {
    BatchSampler sampler =
        new BatchSampler(TrainingHistories.series(), TrainingHistories.NORMALISER, 5);
    try (NetworkTrainer trainer = new NetworkTrainer(fresh(5), TrainingHistories.settings(5, 6))) {
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
  void lossThatIsNoNumberEndsTheTraining() {
    TrainingSettings wild = new TrainingSettings(1, 8, 1, 0, 30, 8, 1e38f, 0);
    NetworkTraining training =
        new NetworkTraining(wild, TrainingHistories.NORMALISER, Progress.SILENT);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> training.train("wild", training.fresh(), TrainingHistories.series()))
        .withMessageContaining("learning rate");
  }

  @Test
  void withoutALongHistoryThereIsNothingToTrainOn() {
    NetworkTraining training = training(1, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.train("nothing", training.fresh(), List.of()));
  }

  private static TrainedNetwork train(long seed, int steps) throws IOException {
    NetworkTraining training = training(seed, steps);
    return training.train("test", training.fresh(), TrainingHistories.series());
  }

  private static NetworkTraining training(long seed, int steps) {
    return new NetworkTraining(
        TrainingHistories.settings(seed, steps), TrainingHistories.NORMALISER, Progress.SILENT);
  }
}

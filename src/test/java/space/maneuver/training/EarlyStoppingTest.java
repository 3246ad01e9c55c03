package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.TrainingPlan.ValidationSplit;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.loop.LoopSettings;
import space.maneuver.training.loop.Schedule;
import space.maneuver.training.samples.SampleBatch;

class EarlyStoppingTest {

  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);
  private static final LabelledHistory B = KeplerHistory.withBurns("b", 2);
  private static final LabelledHistory C = KeplerHistory.withBurns("c", 3);
  private static final List<LabelledHistory> ALL = List.of(A, B, C);

  /** Weight updates of mostly decay and noise, so that the validation loss soon rises. */
  private static TrainingSettings restless(Schedule schedule, int patience) {
    return new TrainingSettings(NetworkKind.BILSTM, 1, 8, 1, 1, 0.5, 200, 8, 0.3f, 0.02f)
        .with(NetworkKind.BILSTM.heads().get(0), new LoopSettings(schedule, 1, patience, 0.3, 5));
  }

  @Test
  void stopsWithoutImprovementAndKeepsTheBestWeights() throws IOException {
    TrainingSettings settings = restless(Schedule.CONSTANT, 3);
    TrainingPlan plan = QuickTraining.plan(settings);
    TrainingSamples samples = plan.samples(ALL, List.of());

    TrainedNetwork network = train(plan, samples);

    double[] losses = network.validations();
    int best = network.bestStep() / 5 - 1;
    assertThat(network.steps()).isLessThan(200).isEqualTo(network.bestStep() + 3 * 5);
    assertThat(losses).hasSize(network.steps() / 5);
    assertThat(losses[best]).isEqualTo(Arrays.stream(losses).min().orElseThrow());
    assertThat(validation(network, settings, samples)).isEqualTo(losses[best], within(1e-5));
  }

  @Test
  void patienceDoesNotRunOutWhileTheRateRises() throws IOException {
    TrainingSettings settings = restless(Schedule.ONE_CYCLE, 1);

    TrainedNetwork network = train(QuickTraining.plan(settings));

    assertThat(network.steps()).isGreaterThan(Schedule.ONE_CYCLE.warmUp(200));
  }

  @Test
  void validationSatellitesAreNotTrainedOn() {
    ValidationSplit split = ValidationSplit.of(ALL, List.of(A), 0.34, 1);

    assertThat(split.left()).hasSize(1);
    assertThat(split.real()).hasSize(2).doesNotContainAnyElementsOf(split.left());
    assertThat(split.simulated()).containsExactly(A);
    assertThat(ValidationSplit.of(ALL, List.of(), 0.01, 1).left()).hasSize(1);
    assertThat(ValidationSplit.of(ALL, List.of(), 0.99, 1).real()).hasSize(1);
  }

  @Test
  void simulatedHistoriesValidateWhereThereAreNoRealOnes() {
    ValidationSplit split = ValidationSplit.of(List.of(), ALL, 0.34, 1);

    assertThat(split.left()).hasSize(1);
    assertThat(split.simulated()).hasSize(2).doesNotContainAnyElementsOf(split.left());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidationSplit.of(List.of(A), List.of(B), 0.2, 1))
        .withMessageContaining("at least two");
  }

  @ParameterizedTest
  @EnumSource(Schedule.class)
  void ratePeaksAfterWarmUpAndFallsToZeroUnlessConstant(Schedule schedule) {
    int peak = schedule.warmUp(100);

    assertThat(schedule.rate(0.5f, 100).getNewValue(peak)).isEqualTo(0.5f, within(1e-6f));
    assertThat(schedule.rate(0.5f, 100).getNewValue(100))
        .isEqualTo(schedule == Schedule.CONSTANT ? 0.5f : 0, within(1e-6f));
    assertThat(schedule.rate(0.5f, 100).getNewValue(65)).isLessThanOrEqualTo(0.5f);
  }

  @Test
  void positiveWeightKeepsTheSumOfTheWeights() {
    SampleBatch batch =
        new SampleBatch(
            QuickTraining.sampler(1).next(1).windows(),
            new float[] {0, 1, 0, 0},
            new float[] {0.25f, 0.25f, 0.25f, 0.25f});

    assertThat(batch.weighted(5))
        .containsExactly(new float[] {0.125f, 0.625f, 0.125f, 0.125f}, within(1e-6f));
    assertThat(batch.weighted(1)).isSameAs(batch.weights());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    Schedule usual = Schedule.ONE_CYCLE;

    assertThatIllegalArgumentException().isThrownBy(() -> new LoopSettings(usual, 0, 0, 0.2, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoopSettings(usual, 1, -1, 0.2, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoopSettings(usual, 1, 0, 1, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoopSettings(usual, 1, 0, 0.2, 0));
  }

  private static TrainedNetwork train(TrainingPlan plan) throws IOException {
    return train(plan, plan.samples(ALL, List.of()));
  }

  private static TrainedNetwork train(TrainingPlan plan, TrainingSamples samples)
      throws IOException {
    return new NetworkTraining(plan.settings(), Checkpoints.NONE, Progress.SILENT)
        .train("test", plan.fresh(), samples);
  }

  private static double validation(
      TrainedNetwork network, TrainingSettings settings, TrainingSamples samples)
      throws IOException {
    double loss = 0;
    try (NetworkTrainer trainer = new NetworkTrainer(network.archive(), settings)) {
      for (SampleBatch batch : samples.validation()) {
        loss += trainer.loss(batch) / samples.validation().size();
      }
    }
    return loss;
  }
}

package space.maneuver.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.BundleTraining;
import space.maneuver.training.NetworkKind;
import space.maneuver.training.NetworkTraining;
import space.maneuver.training.Progress;
import space.maneuver.training.QuickTraining;
import space.maneuver.training.TrainedNetwork;
import space.maneuver.training.TrainingPlan;
import space.maneuver.training.TrainingSettings;
import space.maneuver.training.UnlabeledHistories;

class CheckpointTest {

  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);
  private static final LabelledHistory B = KeplerHistory.withBurns("b", 2);
  private static final LabelledHistory C = KeplerHistory.withBurns("c", 3);

  private final Path directory;
  private final List<String> heard = new ArrayList<>();

  CheckpointTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Progress killedAfter(int last) {
    return new Progress() {
      @Override
      public void at(String task, int step, int steps, double loss) {
        if (step == last) {
          throw new Killed();
        }
      }

      @Override
      public void say(String message) {
        heard.add(message);
      }
    };
  }

  private Progress listening(List<Integer> steps) {
    return new Progress() {
      @Override
      public void at(String task, int step, int all, double loss) {
        steps.add(step);
      }

      @Override
      public void say(String message) {
        heard.add(message);
      }
    };
  }

  @ParameterizedTest
  @EnumSource(NetworkKind.class)
  void killedTrainingResumesToTheSameBytes(NetworkKind kind) throws IOException {
    TrainingSettings settings =
        new TrainingSettings(kind, 1, 8, 1, 1, 0.3, 10, 4, 1e-2f, 0.02f)
            .with(kind.heads().get(0), new LoopSettings(Schedule.ONE_CYCLE, 2, 9, 0.4, 2));
    Checkpoints checkpoints = new Checkpoints(directory, 4);
    TrainedNetwork whole = train(settings, Checkpoints.NONE, Progress.SILENT);

    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> train(settings, checkpoints, killedAfter(7)));
    List<Integer> steps = new ArrayList<>();
    TrainedNetwork resumed = train(settings, checkpoints, listening(steps));

    assertThat(steps).containsExactly(5, 6, 7, 8, 9, 10);
    assertThat(heard).hasSize(1).first().asString().contains("resuming after step 4");
    assertThat(Arrays.equals(resumed.archive(), whole.archive())).isTrue();
    assertThat(resumed.losses()).isEqualTo(whole.losses());
    assertThat(resumed.validations()).isEqualTo(whole.validations()).hasSize(5);
  }

  @Test
  void finishedTrainingIsNotRepeated() throws IOException {
    TrainingSettings settings = QuickTraining.perGap(1, 5);
    Checkpoints checkpoints = new Checkpoints(directory, 100);
    TrainedNetwork first = train(settings, checkpoints, Progress.SILENT);
    List<Integer> steps = new ArrayList<>();

    byte[] again = train(settings, checkpoints, listening(steps)).archive();

    assertThat(Arrays.equals(again, first.archive())).isTrue();
    assertThat(steps).isEmpty();
  }

  @Test
  void ignoresACheckpointOfOtherSettingsOrData() throws IOException {
    Checkpoints checkpoints = new Checkpoints(directory, 2);
    train(QuickTraining.perGap(1, 4), checkpoints, Progress.SILENT);
    List<Integer> steps = new ArrayList<>();

    train(QuickTraining.perGap(1, 5), checkpoints, listening(steps));
    assertThat(steps).hasSize(5);
    assertThat(heard).hasSize(1).first().asString().contains("made with other settings or data");

    steps.clear();
    TrainingPlan plan = QuickTraining.plan(QuickTraining.perGap(1, 5));
    new NetworkTraining(plan.settings(), checkpoints, listening(steps))
        .train("test", plan.fresh(), plan.samples(List.of(A, B), List.of()));
    assertThat(steps).hasSize(5);
    assertThat(heard).hasSize(2);
  }

  @Test
  void namesAndIgnoresADamagedCheckpoint() throws IOException {
    Checkpoints checkpoints = new Checkpoints(directory, 2);
    TrainingSettings settings = QuickTraining.perGap(1, 4);
    TrainedNetwork whole = train(settings, checkpoints, Progress.SILENT);
    Path file = directory.resolve("test.checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    TrainedNetwork again = train(settings, checkpoints, listening(new ArrayList<>()));

    assertThat(Arrays.equals(again.archive(), whole.archive())).isTrue();
    assertThat(heard).hasSize(1).first().asString().contains(file.toString(), "damaged");
  }

  @Test
  void finishedBundleLeavesNoCheckpoint() throws IOException {
    Path side = directory.resolve("side");
    Checkpoints checkpoints = new Checkpoints(side, 2);
    BundleTraining training =
        new BundleTraining(QuickTraining.settings(1, 5), SolarFlux.NONE, checkpoints);
    Path bundle = directory.resolve("bundle");

    assertThatExceptionOfType(Killed.class)
        .isThrownBy(
            () ->
                training.write(
                    bundle,
                    "1.0.0",
                    List.of(A),
                    List.of(),
                    UnlabeledHistories.NONE,
                    null,
                    null,
                    "train",
                    killedAfter(4)));
    assertThat(side.resolve("training.checkpoint")).exists();
    training.write(
        bundle,
        "1.0.0",
        List.of(A),
        List.of(),
        UnlabeledHistories.NONE,
        null,
        null,
        "train",
        killedAfter(9));

    assertThat(heard).first().asString().contains("resuming after step 2");
    assertThat(bundle.resolve("model.pt")).exists();
    assertThat(side).doesNotExist();
  }

  private static TrainedNetwork train(
      TrainingSettings settings, Checkpoints checkpoints, Progress progress) throws IOException {
    TrainingPlan plan = QuickTraining.plan(settings);
    return new NetworkTraining(settings, checkpoints, progress)
        .train("test", plan.fresh(), plan.samples(List.of(A, B, C), List.of()));
  }
}

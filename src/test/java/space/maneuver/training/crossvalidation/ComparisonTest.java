package space.maneuver.training.crossvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.NetworkKind;
import space.maneuver.training.QuickTraining;
import space.maneuver.training.TrainingPlan;
import space.maneuver.training.TrainingSettings;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.crossvalidation.Comparison.ComparedDetector;
import space.maneuver.training.samples.SampleBatch;

class ComparisonTest {

  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);
  private static final LabelledHistory B = KeplerHistory.withBurns("b", 2);
  private static final List<String> NETWORKS =
      List.of(
          "rnn",
          "lstm",
          "lstm-window",
          "gru",
          "bilstm",
          "bilstm-window",
          "mlp",
          "transformer",
          "bilstm-shuffled-labels",
          "bilstm-cadence-only");

  @Test
  void keepsEveryRowUntilItsOptionsChange(@TempDir Path directory) throws IOException {
    Set<String> trained = new LinkedHashSet<>();

    String tables = run(directory, "--seed 1", trained);

    assertThat(trained).containsExactlyElementsOf(NETWORKS);
    assertThat(tables.lines().filter(line -> line.startsWith("| ")))
        .hasSize(2 + 3 + NETWORKS.size())
        .anyMatch(line -> line.startsWith("| axis-jump | 1.000 |"));
    assertThat(directory.resolve("comparison.md")).content().contains(tables);

    trained.clear();
    Files.delete(directory.resolve("compared/mlp.json"));
    assertThat(run(directory, "--seed 1", trained)).isEqualTo(tables);
    assertThat(trained).containsExactly("mlp");

    Path row = directory.resolve("compared/gru.json");
    String made = TrainingJson.read(row, ComparedDetector.class).made();
    assertThat(made).contains("--seed 1");
    assertThat(ComparedDetector.read(row, made)).isPresent();
    assertThat(ComparedDetector.read(row, made.replace("--seed 1", "--seed 2"))).isEmpty();
  }

  @Test
  void cadenceOnlyNetworkSeesNothingElse() {
    TrainingPlan plan =
        new TrainingPlan(QuickTraining.perGap(1, 1), SolarFlux.NONE, NegativeControl.CADENCE_ONLY);
    int width = plan.normaliser().width();

    LabelledHistory irregular =
        new LabelledHistory("a", new KeplerHistory(1).days(150, day -> day % 3 != 0), List.of());

    SampleBatch batch =
        plan.sampler(List.of(irregular), List.of(), UnlabeledHistories.NONE).next(3);

    boolean[] seen = new boolean[width];
    for (int i = 0; i < batch.windows().x().asFloatBuffer().capacity(); i++) {
      seen[i % width] |= batch.windows().x().asFloatBuffer().get(i) != 0;
    }
    for (int c = 0; c < width - 1; c++) {
      boolean isGap = plan.schema().channels().get(c).name().equals("gap");
      assertThat(seen[c]).as("channel %d", c).isEqualTo(isGap);
    }
    assertThat(seen[width - 1]).isTrue();
    float[] row = new float[plan.schema().width()];
    Arrays.fill(row, 3);
    float[] normalised =
        plan.normaliser().apply(new FeatureWindow(null, null, null, 30, row.length, row));
    for (int c = 0; c < width - 1; c++) {
      assertThat(normalised[c] != 0).isEqualTo(seen[c]);
    }
  }

  private static String run(Path directory, String options, Set<String> trained)
      throws IOException {
    return new Comparison(
            List.of(A, B),
            Simulations.NONE,
            UnlabeledHistories.NONE,
            Folds.parse(List.of("a"), List.of("a", "b")),
            SolarFlux.NONE,
            kind -> new TrainingSettings(kind, 1, 8, 1, 1, 0.1, 2, 4, 1e-2f, 0.02f),
            1,
            2)
        .run(
            directory,
            NetworkKind.BILSTM,
            options,
            (task, step, steps, loss) -> trained.add(task.substring(0, task.indexOf(','))));
  }
}

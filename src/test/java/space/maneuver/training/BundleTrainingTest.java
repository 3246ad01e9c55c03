package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.evaluation.HeldOutScorer;
import space.maneuver.evaluation.TrainedOn;
import space.maneuver.evaluation.Tuning;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle.BundleFeatures;
import space.maneuver.model.bundle.ModelBundle.RegimeCalibration;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.loop.Checkpoints;

class BundleTrainingTest {

  private static final List<LabelledHistory> REAL =
      List.of(KeplerHistory.withBurns("alpha", 1), KeplerHistory.withBurns("beta", 2));
  private static final List<LabelledHistory> SIMULATED = simulated();

  private final Path directory;

  BundleTrainingTest(@TempDir Path parent) {
    directory = parent.resolve("own-model");
  }

  private static List<LabelledHistory> simulated() {
    SimulationSettings usual = SimulationSettings.of(8);
    return new HistorySimulator(3)
        .simulate(new SimulationSettings(8, usual.start(), 200, 0.2, usual.regimes()))
        .toList();
  }

  @Test
  void writesACompleteBundleWhoseCardNamesTheData() throws IOException {
    LoadedBundle bundle = write(QuickTraining.settings(1, 20), null, null);

    assertThat(bundle.description().name()).isEqualTo("own-model");
    assertThat(bundle.description().version()).isEqualTo("1.2.3");
    assertThat(bundle.description().features()).isEqualTo(BundleFeatures.of(DailyFeatures.SCHEMA));
    assertThat(bundle.description().windowDays()).containsExactly(30, 60);
    assertThat(bundle.description().training().data())
        .containsExactly(
            new TrainingData("alpha", 70_001, 150, REAL.get(0).burns().size()),
            new TrainingData("beta", 70_001, 150, REAL.get(1).burns().size()));
    // Two histories are too few to hold one out; of the eight others, two are held out.
    assertThat(bundle.description().training().simulatedHistories()).isEqualTo(6);
    assertThat(bundle.description().training().solarFlux()).isFalse();
    assertThat(bundle.description().metrics()).containsKeys("protocol", "regimes");
    assertThat(bundle.card())
        .contains("# own-model 1.2.3", "| alpha | 70001 | 150 |", "| beta |")
        .contains("simulated, 6 histories", "seed 1", "without F10.7")
        .contains("Held out of training: simulated-0000");
    try (ManeuverModel model = ManeuverModel.start(bundle)) {
      assertThat(model.logits(windows())).hasSize(12).doesNotContain(Float.NaN);
    }
  }

  @Test
  void sameSeedWritesTheSameBundle() throws IOException {
    LoadedBundle one = write(QuickTraining.settings(1, 10), null, null);
    LoadedBundle again = write(QuickTraining.settings(1, 10), null, null);

    assertThat(again.description()).isEqualTo(one.description());
    assertThat(again.card()).isEqualTo(one.card());
  }

  @Test
  void fineTuningStartsFromTheBundle() throws IOException {
    LoadedBundle first = write(QuickTraining.settings(1, 20), null, null);
    TrainingSettings still =
        new TrainingSettings(NetworkKind.DAILY_LSTM, 9, 8, 1, 1, 0.1, 3, 8, 1e-12f, 0);

    LoadedBundle tuned = write(still, first, null);
    LoadedBundle fresh = write(still, null, null);

    assertThat(logits(tuned)).containsExactly(logits(first), within(1e-5f));
    assertThat(logits(fresh)).isNotEqualTo(logits(first));
  }

  @Test
  void fineTuningKeepsTheSizesOfTheBundle() throws IOException {
    LoadedBundle first =
        write(
            new TrainingSettings(NetworkKind.DAILY_LSTM, 1, 12, 2, 1, 0.2, 3, 8, 1e-2f, 0.02f),
            null,
            null);

    LoadedBundle tuned = write(QuickTraining.settings(1, 3), first, null);

    assertThat(tuned.description().architecture()).isEqualTo(first.description().architecture());
    assertThat(tuned.card())
        .contains("1 network of type lstm with 2 layers of 12 units, dropout 0.2");
    assertThat(logits(tuned)).hasSize(12);
  }

  @Test
  void measuredRegimesAreThoseOfHeldOutSatellites() throws IOException {
    LoadedBundle first = write(QuickTraining.settings(1, 5), null, null);
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    try (ManeuverModel model = ManeuverModel.start(first)) {
      for (LabelledHistory each : REAL) {
        results.put(each.name(), HeldOutScorer.result(model, each, SolarFlux.NONE));
      }
    }
    Evaluation evaluation =
        Evaluation.of("Left out.", new HeldOutResults(results, List.of(), Map.of()));

    LoadedBundle bundle = write(QuickTraining.settings(1, 5), null, evaluation);

    assertThat(bundle.description().measuredRegimes()).containsExactly(OrbitRegime.LEO);
    assertThat(first.description().measuredRegimes()).isEmpty();
  }

  @Test
  void takesCalibrationThresholdsAndFiguresFromTheEvaluation() throws IOException {
    Tuning plain = Tuning.none();
    Tuning tuning =
        new Tuning(
            Map.of(30, new Calibration(1.5, -1), 60, new Calibration(0.5, 2)),
            new Calibration(2, 0.25),
            Map.of(
                OrbitRegime.GEO,
                new RegimeCalibration(
                    Map.of(30, new Calibration(0.75, 0), 60, new Calibration(0.5, 1)),
                    new Calibration(3, -0.5))),
            plain.thresholds());
    Evaluation given =
        new Evaluation(
            "Measured elsewhere.",
            tuning,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            "| a table |\n",
            new TrainedOn(Map.of(), "small", new TreeMap<>()));
    Path file = directory.resolveSibling("evaluation.json");
    given.write(file);

    LoadedBundle bundle = write(QuickTraining.settings(1, 5), null, Evaluation.read(file));

    assertThat(bundle.description().calibration()).isEqualTo(tuning.calibration());
    assertThat(bundle.description().eventCalibration()).isEqualTo(tuning.eventCalibration());
    assertThat(bundle.description().thresholds()).isEqualTo(tuning.thresholds());
    assertThat(bundle.description().metrics()).containsEntry("protocol", "Measured elsewhere.");
    assertThat(bundle.card())
        .contains("Measured elsewhere.", "| a table |", "| HEO | **not measured**")
        .contains("train --data DATA`");
    // With an evaluation, nothing needs to be held out.
    assertThat(bundle.description().training().simulatedHistories()).isEqualTo(8);
  }

  @Test
  void tooFewHistoriesLeaveScoresUncalibrated() throws IOException {
    new BundleTraining(QuickTraining.settings(1, 5), SolarFlux.NONE, Checkpoints.NONE)
        .write(
            directory,
            "1.2.3",
            REAL,
            List.of(),
            UnlabeledHistories.NONE,
            null,
            null,
            "train",
            Progress.SILENT);

    LoadedBundle bundle = BundleReader.read(directory);

    assertThat(bundle.description().calibration().values()).containsOnly(new Calibration(1, 0));
    assertThat(bundle.card()).contains("Nothing was held out", "all thresholds are 0.5");
  }

  @Test
  void solarFluxBecomesAnInput() throws IOException {
    Path file = directory.resolveSibling("flux.csv");
    Files.writeString(file, "DATE,F10.7_OBS\n2020-01-01,70\n");

    new BundleTraining(QuickTraining.settings(1, 3), SolarFlux.read(file), Checkpoints.NONE)
        .write(
            directory,
            "1.2.3",
            REAL,
            SIMULATED,
            UnlabeledHistories.NONE,
            null,
            null,
            "train",
            Progress.SILENT);

    LoadedBundle bundle = BundleReader.read(directory);
    assertThat(bundle.description().training().solarFlux()).isTrue();
    assertThat(bundle.description().normaliser()).isEqualTo(DailyFeatures.normaliser(true));
    assertThat(bundle.card()).contains("with F10.7");
  }

  @Test
  void namesAnEvaluationFileOfAnotherFormat() throws IOException {
    Path file = directory.resolveSibling("evaluation.json");
    Files.writeString(file, "{\"protocol\": \"x\", \"trainedOn\": 1}");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Evaluation.read(file))
        .withMessageContaining("evaluation.json");
  }

  private LoadedBundle write(
      TrainingSettings settings, @Nullable LoadedBundle from, @Nullable Evaluation evaluation)
      throws IOException {
    new BundleTraining(settings, SolarFlux.NONE, Checkpoints.NONE)
        .write(
            directory,
            "1.2.3",
            REAL,
            SIMULATED,
            UnlabeledHistories.NONE,
            from,
            evaluation,
            "train --data DATA",
            Progress.SILENT);
    return BundleReader.read(directory);
  }

  private static float[] logits(LoadedBundle bundle) {
    try (ManeuverModel model = ManeuverModel.start(bundle)) {
      return model.logits(windows());
    }
  }

  private static WindowBatch windows() {
    return QuickTraining.sampler(9).next(12).windows();
  }
}

package space.maneuver.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.evaluation.Tuning;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.ModelBundle.RegimeCalibration;
import space.maneuver.model.bundle.ModelBundle.Thresholds;
import space.maneuver.model.bundle.TrainingRecord;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.loop.Checkpoints;

class FineTuningTest {

  private static final int FIRST_NUMBER = 90_000;

  private final List<String> said = new ArrayList<>();
  private final Path directory;
  private final LoadedBundle base;

  FineTuningTest(@TempDir Path parent) throws IOException {
    directory = parent.resolve("tuned");
    base = base(parent.resolve("base"), List.of());
  }

  @Test
  void oneSatelliteKeepsCalibrationAndThresholdsOfTheBundle() throws IOException {
    LoadedBundle tuned = tune(base, satellites(1));

    assertThat(tuning(tuned)).isEqualTo(tuning(base));
    assertThat(tuned.card()).contains("those of base 1.0.0: LEO, MEO, GEO, HEO");
    assertThat(said)
        .anySatisfy(
            line -> assertThat(line).contains("those of base 1.0.0: LEO, MEO, GEO, HEO", "2"));
  }

  @Test
  void satellitesOfOneRegimeReplaceTheValuesOfThatRegimeAlone() throws IOException {
    LoadedBundle tuned = tune(base, satellites(8));

    Tuning old = tuning(base);
    Tuning own = tuning(tuned);
    RegimeCalibration low = Objects.requireNonNull(own.calibrationByRegime().get(OrbitRegime.LEO));
    assertThat(low.event()).isNotEqualTo(calibration(3).event());
    // Every window of these satellites contains a burn, which leaves nothing to fit.
    assertThat(low.window()).isEqualTo(calibration(3).window());
    assertThat(own.calibrationByRegime().get(OrbitRegime.GEO))
        .isEqualTo(old.calibrationByRegime().get(OrbitRegime.GEO));
    assertThat(own.calibration()).isEqualTo(old.calibration());
    assertThat(own.eventCalibration()).isEqualTo(old.eventCalibration());
    assertThat(own.thresholds().window()).isEqualTo(old.thresholds().window());
    for (OrbitRegime regime : OrbitRegime.values()) {
      boolean same =
          Objects.equals(
              own.thresholds().event().get(regime), old.thresholds().event().get(regime));
      assertThat(same).as(regime.name()).isEqualTo(regime != OrbitRegime.LEO);
    }
    assertThat(tuned.card()).contains("those of base 1.0.0: MEO, GEO, HEO");
  }

  @Test
  void satelliteThatTheBundleWasTrainedOnIsNotHeldOut() throws IOException {
    List<LabelledHistory> seen = satellites(8);
    LoadedBundle all = base(directory.resolveSibling("base"), seen);

    LoadedBundle tuned = tune(all, seen);

    assertThat(tuning(tuned)).isEqualTo(tuning(all));
    assertThat(tuned.description().measuredRegimes()).isEmpty();
    assertThat(tuned.card())
        .doesNotContain("Held out of training: ")
        .contains("Not held out, because base 1.0.0 was trained on them: satellite-0, satellite-1");
  }

  @Test
  void satellitesNewToTheBundleAreHeldOut() throws IOException {
    LoadedBundle some = base(directory.resolveSibling("base"), satellites(4));

    LoadedBundle tuned = tune(some, satellites(8));

    assertThat(tuned.card()).containsPattern("Held out of training: satellite-[4-7]\\.");
  }

  @Test
  void recordsTheTrainingDataOfTheBaseBundle() throws IOException {
    LoadedBundle some = base(directory.resolveSibling("base"), satellites(2));

    LoadedBundle tuned = tune(some, satellites(3).subList(1, 3));

    assertThat(tuned.description().training().data())
        .extracting(TrainingData::name)
        .containsExactly("satellite-1", "satellite-2", "satellite-0");
  }

  @Test
  void warnsAboutRegimesWithoutNewSatellites() throws IOException {
    LoadedBundle tuned = tune(base, satellites(1));

    String warning =
        "WARN: No history with burns in MEO, GEO, HEO: fine-tuning base 1.0.0 changes its answers"
            + " there too, with unmeasured accuracy.";
    assertThat(said).anySatisfy(line -> assertThat(line).startsWith(warning));
    assertThat(tuned.card()).contains(warning.substring("WARN: ".length()));
  }

  @Test
  void trainingFromFreshWeightsDoesNotWarn() throws IOException {
    tune(null, satellites(1));

    assertThat(said).noneSatisfy(line -> assertThat(line).contains("WARN"));
  }

  @Test
  void fineTuningTakesFewerAndSmallerStepsThanATrainingFromFreshWeights() {
    for (NetworkKind kind : NetworkKind.values()) {
      TrainingSettings usual = TrainingSettings.defaults(kind, 1);

      TrainingSettings gentle = usual.forFineTuning();

      assertThat(gentle.steps()).isEqualTo(usual.steps() / 4);
      assertThat(gentle.learningRate()).isCloseTo(usual.learningRate() / 10, within(1e-9f));
      assertThat(gentle.hidden()).isEqualTo(usual.hidden());
    }
  }

  private LoadedBundle tune(@Nullable LoadedBundle from, List<LabelledHistory> real)
      throws IOException {
    Progress progress =
        new Progress() {
          @Override
          public void at(String task, int step, int steps, double loss) {}

          @Override
          public void say(String message) {
            said.add(message);
          }
        };
    new BundleTraining(QuickTraining.perGap(1, 3), SolarFlux.NONE, Checkpoints.NONE)
        .write(
            directory,
            "1.0.0",
            real,
            List.of(),
            UnlabeledHistories.NONE,
            from,
            null,
            "train",
            progress);
    return BundleReader.read(directory);
  }

  /** Returns a bundle whose calibrations and thresholds are all different. */
  private static LoadedBundle base(Path directory, List<LabelledHistory> trainedOn)
      throws IOException {
    new BundleTraining(QuickTraining.perGap(1, 3), SolarFlux.NONE, Checkpoints.NONE)
        .write(
            directory,
            "1.0.0",
            satellites(1),
            List.of(),
            UnlabeledHistories.NONE,
            null,
            null,
            "train",
            Progress.SILENT);
    LoadedBundle fresh = BundleReader.read(directory);
    ModelBundle plain = fresh.description();
    Map<Integer, Calibration> pooled =
        Map.of(30, new Calibration(1.5, -1), 60, new Calibration(0.5, 2));
    ModelBundle tuned =
        new ModelBundle(
            plain.formatVersion(),
            plain.name(),
            plain.version(),
            plain.architecture(),
            plain.features(),
            plain.windowDays(),
            plain.normaliser(),
            pooled,
            new Calibration(2, 0.25),
            Map.of(OrbitRegime.LEO, calibration(3), OrbitRegime.GEO, calibration(4)),
            new Thresholds(
                Map.of(30, 0.41, 60, 0.42),
                Map.of(
                    OrbitRegime.LEO,
                    0.43,
                    OrbitRegime.MEO,
                    0.44,
                    OrbitRegime.GEO,
                    0.45,
                    OrbitRegime.HEO,
                    0.46)),
            new TrainingRecord(
                trainedOn.stream()
                    .map(each -> new TrainingData(each.name(), each.history().noradId(), 150, 5))
                    .toList(),
                0,
                1,
                false),
            Map.of(),
            plain.sha256(),
            plain.measuredRegimes());
    return new LoadedBundle(fresh.place(), tuned, fresh.network(), fresh.card());
  }

  private static RegimeCalibration calibration(double slope) {
    return new RegimeCalibration(
        Map.of(30, new Calibration(slope, 0.1), 60, new Calibration(slope, 0.2)),
        new Calibration(slope, 0.3));
  }

  private static Tuning tuning(LoadedBundle bundle) {
    ModelBundle all = bundle.description();
    return new Tuning(
        all.calibration(), all.eventCalibration(), all.calibrationByRegime(), all.thresholds());
  }

  private static List<LabelledHistory> satellites(int number) {
    return IntStream.range(0, number).mapToObj(FineTuningTest::satellite).toList();
  }

  private static LabelledHistory satellite(int index) {
    String name = "satellite-" + index;
    LabelledHistory history = KeplerHistory.withBurns(name, index);
    return new LabelledHistory(
        name,
        new History(
            history.history().elements().stream()
                .map(each -> each.withObject(FIRST_NUMBER + index, each.name()))
                .toList()),
        history.burns());
  }
}

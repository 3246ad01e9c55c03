package space.maneuver.training;

import java.util.List;
import java.util.Map;
import space.maneuver.features.DailyFeatures;
import space.maneuver.model.Architecture;
import space.maneuver.model.BundleFeatures;
import space.maneuver.model.LoadedBundle;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.model.TrainingRecord;

/** Descriptions of bundles with the daily channels. */
final class DailyBundle {

  private static final String TYPE = "lstm";
  private static final String UNSEALED = "0".repeat(64);

  private DailyBundle() {}

  static ModelBundle describe(
      String name,
      String version,
      TrainingSettings settings,
      TrainingRecord training,
      Tuning tuning,
      Map<String, Object> metrics) {
    return new ModelBundle(
        ModelBundle.FORMAT_VERSION,
        name,
        version,
        new Architecture(
            TYPE,
            DailyFeatures.SCHEMA.width() + 1,
            settings.hidden(),
            settings.layers(),
            settings.dropout(),
            false),
        BundleFeatures.of(DailyFeatures.SCHEMA),
        Tuning.WINDOW_DAYS,
        DailyFeatures.normaliser(training.solarFlux()),
        tuning.calibration(),
        tuning.eventCalibration(),
        tuning.thresholds(),
        training,
        metrics,
        UNSEALED);
  }

  /** A network as trained, its scores not yet calibrated, ready to be tried on held-out data. */
  static ManeuverModel raw(TrainedNetwork network, TrainingSettings settings, boolean solarFlux) {
    TrainingRecord nothing = new TrainingRecord(List.of(), 0, settings.seed(), solarFlux);
    ModelBundle description = describe("raw", "0.0.0", settings, nothing, Tuning.none(), Map.of());
    return ManeuverModel.start(
        new LoadedBundle("network in training", description, network.archive(), ""));
  }
}

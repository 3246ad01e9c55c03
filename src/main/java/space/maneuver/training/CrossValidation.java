package space.maneuver.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.Normaliser;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.LabelledHistory;

/** Trains one network per fold and tries each on the satellites that it did not see. */
public final class CrossValidation {

  private final TrainingSettings settings;
  private final SolarFlux solarFlux;
  private final boolean hasSolarFlux;
  private final boolean shuffledLabels;

  /**
   * @param solarFlux of the days; {@link SolarFlux#NONE} trains without it
   * @param shuffledLabels whether to train on burns moved to other times: the control that shows
   *     that nothing leaks from training to evaluation
   */
  public CrossValidation(TrainingSettings settings, SolarFlux solarFlux, boolean shuffledLabels) {
    this.settings = settings;
    this.solarFlux = solarFlux;
    this.hasSolarFlux = solarFlux != SolarFlux.NONE;
    this.shuffledLabels = shuffledLabels;
  }

  /**
   * Runs all folds.
   *
   * @param satellites with published burns, names distinct
   * @param simulated added to the training data of every fold
   * @param folds of the satellites' names
   * @return uncalibrated results, by name of the satellite
   */
  public Map<String, SatelliteResult> run(
      List<LabelledHistory> satellites,
      List<LabelledHistory> simulated,
      Folds folds,
      Progress progress)
      throws IOException {
    Map<String, LabelledHistory> byName = new LinkedHashMap<>();
    satellites.forEach(satellite -> byName.put(satellite.name(), satellite));
    Normaliser normaliser = DailyFeatures.normaliser(hasSolarFlux);
    NetworkTraining training = new NetworkTraining(settings, normaliser, progress);
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    int number = 0;
    for (Folds.Fold fold : folds.folds()) {
      List<LabelledSeries> histories = new ArrayList<>();
      for (String name : fold.training()) {
        histories.add(published(Objects.requireNonNull(byName.get(name))));
      }
      for (LabelledHistory history : simulated) {
        LabelledSeries series =
            LabelledSeries.simulated(history.history(), history.burns(), solarFlux);
        histories.add(shuffledLabels ? shuffled(series, history.name()) : series);
      }
      String task = "fold " + ++number + " of " + folds.folds().size();
      TrainedNetwork network = training.train(task, training.fresh(), histories);
      try (ManeuverModel model = DailyBundle.raw(network, settings, hasSolarFlux)) {
        for (String name : fold.evaluated()) {
          LabelledHistory satellite = Objects.requireNonNull(byName.get(name));
          results.put(name, HeldOut.result(model, satellite, solarFlux));
        }
      }
    }
    return results;
  }

  private LabelledSeries published(LabelledHistory history) {
    LabelledSeries series = LabelledSeries.published(history.history(), history.burns(), solarFlux);
    return shuffledLabels ? shuffled(series, history.name()) : series;
  }

  private LabelledSeries shuffled(LabelledSeries series, String name) {
    return series.shuffled(new SplittableRandom(settings.seed() + name.hashCode()));
  }
}

package space.maneuver.training;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.LabelledHistory;

/** Trains one network per fold and tries each on the satellites that it did not see. */
public final class CrossValidation {

  private final TrainingSettings settings;
  private final SolarFlux solarFlux;
  private final boolean shuffledLabels;

  /**
   * @param solarFlux of the days; {@link SolarFlux#NONE} trains without it
   * @param shuffledLabels whether to train on burns moved to other times: the control that shows
   *     that nothing leaks from training to evaluation
   */
  public CrossValidation(TrainingSettings settings, SolarFlux solarFlux, boolean shuffledLabels) {
    this.settings = settings;
    this.solarFlux = solarFlux;
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
    Course course = new Course(settings, solarFlux);
    NetworkTraining training = new NetworkTraining(settings, progress);
    List<LabelledHistory> invented = simulated.stream().map(this::trainedOn).toList();
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    int number = 0;
    for (Folds.Fold fold : folds.folds()) {
      List<LabelledHistory> real =
          fold.training().stream()
              .map(name -> trainedOn(Objects.requireNonNull(byName.get(name))))
              .toList();
      String task = "fold " + ++number + " of " + folds.folds().size();
      TrainedNetwork network = training.train(task, course.fresh(), course.sampler(real, invented));
      try (ManeuverModel model = course.raw(network)) {
        for (String name : fold.evaluated()) {
          LabelledHistory satellite = Objects.requireNonNull(byName.get(name));
          results.put(name, HeldOut.result(model, satellite, solarFlux));
        }
      }
    }
    return results;
  }

  private LabelledHistory trainedOn(LabelledHistory history) {
    return shuffledLabels
        ? ShuffledLabels.of(
            history, new SplittableRandom(settings.seed() + history.name().hashCode()))
        : history;
  }
}

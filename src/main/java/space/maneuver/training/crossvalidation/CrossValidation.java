package space.maneuver.training.crossvalidation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.evaluation.HeldOutScorer;
import space.maneuver.evaluation.Tuning;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.QuietObject.Source;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.OrderedTasks;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.NetworkTraining;
import space.maneuver.training.Progress;
import space.maneuver.training.TrainedNetwork;
import space.maneuver.training.TrainingPlan;
import space.maneuver.training.TrainingSettings;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.loop.Checkpoints;

/** Trains one network per fold and scores it on the satellites held out. */
public final class CrossValidation {

  private final TrainingSettings settings;
  private final SolarFlux solarFlux;
  private final NegativeControl control;
  private final Checkpoints checkpoints;
  private final int threads;

  /**
   * Creates a cross-validation.
   *
   * @param solarFlux daily solar flux; {@link SolarFlux#NONE} trains without it
   * @param control input withheld from the networks
   * @param checkpoints checkpoints of the folds; the caller clears them once the results are kept
   * @param threads number of threads that score satellites, at least 1; the results do not depend
   *     on it
   */
  public CrossValidation(
      TrainingSettings settings,
      SolarFlux solarFlux,
      NegativeControl control,
      Checkpoints checkpoints,
      int threads) {
    this.settings = settings;
    this.solarFlux = solarFlux;
    this.control = control;
    this.checkpoints = checkpoints;
    this.threads = threads;
  }

  /**
   * Runs all folds and collects all results. Quiet stretches of the held-out satellites count as
   * objects that never maneuver.
   *
   * @param satellites histories with published burns and distinct names
   * @param simulations simulated histories to train on as well, and objects without burns, which
   *     are never trained on
   * @param catalogue other real histories to train on and to score, dealt out to the folds
   * @param folds folds over the satellites' names
   */
  public HeldOutResults run(
      List<LabelledHistory> satellites,
      Simulations simulations,
      CatalogueData catalogue,
      Folds folds,
      Progress progress)
      throws IOException {
    CatalogueScoring catalogued = new CatalogueScoring(catalogue);
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    List<QuietObject> quiet = new ArrayList<>();
    List<PlantedResult> planted = new ArrayList<>();
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    List<List<LabelledHistory>> plantedByFold =
        dealt(simulations.planted(), satellites, catalogue.histories(), folds, progress);
    TrainingPlan plan = plan();
    List<TrainedFold> trained =
        train(plan, satellites, simulations, catalogue.histories(), folds, progress);
    Tuning thresholds = thresholds(plan, trained);
    for (TrainedFold fold : trained) {
      curves.putAll(fold.network().curves("fold " + (fold.number() + 1)));
      List<LabelledHistory> passive =
          simulations.withoutBurns(fold.heldOut(), fold.number(), trained.size());
      List<LabelledHistory> plantedHere = plantedByFold.get(fold.number());
      int[] done = new int[2]; // objects scored, of all
      try (ManeuverModel model = plan.start(fold.network(), thresholds);
          OrderedTasks<Runnable> scoring =
              OrderedTasks.onThreads(
                  threads,
                  stored -> {
                    stored.run();
                    progress.scored(task(fold.number(), folds), ++done[0], done[1]);
                  })) {
        List<Supplier<Runnable>> ofCatalogue =
            catalogued.tasks(model, solarFlux, fold.number(), trained.size());
        done[1] = fold.heldOut().size() + passive.size() + plantedHere.size() + ofCatalogue.size();
        for (LabelledHistory satellite : fold.heldOut()) {
          scoring.add(
              () -> {
                SatelliteResult result = HeldOutScorer.result(model, satellite, solarFlux);
                List<QuietObject> stretches =
                    HeldOutScorer.quietStretches(model, satellite, solarFlux);
                return () -> {
                  results.put(satellite.name(), result);
                  quiet.addAll(stretches);
                };
              });
        }
        for (LabelledHistory each : passive) {
          scoring.add(
              () -> {
                QuietObject scored =
                    HeldOutScorer.quiet(Source.SIMULATED, model, each.history(), solarFlux);
                return () -> quiet.add(scored);
              });
        }
        for (LabelledHistory each : plantedHere) {
          scoring.add(
              () -> {
                PlantedResult scored = HeldOutScorer.planted(model, each, solarFlux);
                return () -> planted.add(scored);
              });
        }
        ofCatalogue.forEach(scoring::add);
        scoring.finish();
      }
    }
    return new HeldOutResults(results, quiet, planted, catalogued.result(), curves);
  }

  /**
   * Deals histories with planted burns out to the folds in turn. A history of an object that a
   * network was trained on goes to the next fold whose network was not, if there is one.
   *
   * @return histories by fold
   */
  private static List<List<LabelledHistory>> dealt(
      List<LabelledHistory> planted,
      List<LabelledHistory> satellites,
      UnlabeledHistories unlabeled,
      Folds folds,
      Progress progress) {
    List<List<LabelledHistory>> byFold = new ArrayList<>();
    List<Set<Integer>> trainedOn = new ArrayList<>();
    for (int number = 0; number < folds.folds().size(); number++) {
      Folds.Fold fold = folds.folds().get(number);
      byFold.add(new ArrayList<>());
      Set<Integer> seen =
          satellites.stream()
              .filter(satellite -> fold.training().contains(satellite.name()))
              .map(satellite -> satellite.history().noradId())
              .collect(Collectors.toCollection(HashSet::new));
      seen.addAll(unlabeled.trainedOn(number, folds.folds().size()).noradIds());
      trainedOn.add(seen);
    }
    int leftOut = 0;
    int turn = 0;
    for (LabelledHistory each : planted) {
      int fold = turn++ % byFold.size();
      int tried = 0;
      while (tried < byFold.size() && trainedOn.get(fold).contains(each.history().noradId())) {
        fold = (fold + 1) % byFold.size();
        tried++;
      }
      if (tried < byFold.size()) {
        byFold.get(fold).add(each);
      } else {
        leftOut++;
      }
    }
    if (leftOut > 0) {
      progress.say(leftOut + " planted burns left out: every network was trained on their objects");
    }
    return byFold;
  }

  /** Runs all folds for events and windows only; returns results by name of the satellite. */
  Map<String, SatelliteResult> runWithoutDelays(
      List<LabelledHistory> satellites,
      Simulations simulations,
      UnlabeledHistories unlabeled,
      Folds folds,
      Progress progress)
      throws IOException {
    Map<String, SatelliteResult> results = new LinkedHashMap<>();
    TrainingPlan plan = plan();
    List<TrainedFold> trained = train(plan, satellites, simulations, unlabeled, folds, progress);
    Tuning thresholds = thresholds(plan, trained);
    for (TrainedFold fold : trained) {
      try (ManeuverModel model = plan.start(fold.network(), thresholds);
          OrderedTasks<SatelliteResult> scoring =
              OrderedTasks.onThreads(
                  threads, result -> results.put(result.satellite().name(), result))) {
        for (LabelledHistory satellite : fold.heldOut()) {
          scoring.add(() -> HeldOutScorer.withoutDelays(model, satellite, solarFlux));
        }
        scoring.finish();
      }
    }
    return results;
  }

  private record TrainedFold(int number, TrainedNetwork network, List<LabelledHistory> heldOut) {}

  private TrainingPlan plan() {
    return new TrainingPlan(settings, solarFlux, control);
  }

  private List<TrainedFold> train(
      TrainingPlan plan,
      List<LabelledHistory> satellites,
      Simulations simulations,
      UnlabeledHistories unlabeled,
      Folds folds,
      Progress progress)
      throws IOException {
    Map<String, LabelledHistory> byName = new LinkedHashMap<>();
    satellites.forEach(satellite -> byName.put(satellite.name(), satellite));
    NetworkTraining training = new NetworkTraining(settings, checkpoints, progress);
    List<TrainedFold> trained = new ArrayList<>();
    for (int number = 0; number < folds.folds().size(); number++) {
      Folds.Fold fold = folds.folds().get(number);
      List<LabelledHistory> real = named(fold.training(), byName);
      List<LabelledHistory> simulated =
          simulations.toTrainOn(real).stream().map(this::trainedOn).toList();
      TrainedNetwork network =
          training.train(
              task(number, folds),
              plan.fresh(),
              plan.samples(
                  real.stream().map(this::trainedOn).toList(),
                  simulated,
                  control == NegativeControl.SHUFFLED_LABELS
                      ? UnlabeledHistories.NONE
                      : unlabeled.trainedOn(number, folds.folds().size())));
      trained.add(new TrainedFold(number, network, named(fold.evaluated(), byName)));
    }
    return trained;
  }

  private static List<LabelledHistory> named(
      Collection<String> names, Map<String, LabelledHistory> byName) {
    return names.stream().map(name -> Objects.requireNonNull(byName.get(name))).toList();
  }

  /**
   * Returns the thresholds that a bundle would ship with. Times, types and campaigns depend on
   * them: a burn's neighbors are those that reach the threshold.
   */
  private Tuning thresholds(TrainingPlan plan, List<TrainedFold> trained) {
    List<DetectedSatellite> detected = new ArrayList<>();
    for (TrainedFold fold : trained) {
      try (ManeuverModel model = plan.start(fold.network(), Tuning.none());
          OrderedTasks<DetectedSatellite> detecting =
              OrderedTasks.onThreads(threads, detected::add)) {
        for (LabelledHistory satellite : fold.heldOut()) {
          detecting.add(() -> HeldOutScorer.events(model, satellite, solarFlux));
        }
        detecting.finish();
      }
    }
    return Tuning.uncalibrated(detected);
  }

  private static String task(int number, Folds folds) {
    return "fold " + (number + 1) + " of " + folds.folds().size();
  }

  private LabelledHistory trainedOn(LabelledHistory history) {
    return control == NegativeControl.SHUFFLED_LABELS
        ? ShuffledLabels.of(
            history, new SplittableRandom(settings.seed() + history.name().hashCode()))
        : history;
  }

  /** The negative control of an evaluation: the same number of burns at random times. */
  private static final class ShuffledLabels {

    private ShuffledLabels() {}

    /** Moves the burns to uniformly random times between the first and the last of them. */
    static LabelledHistory of(LabelledHistory history, SplittableRandom random) {
      List<Burn> burns = history.burns();
      if (burns.isEmpty()) {
        return history;
      }
      Instant first = burns.get(0).start();
      Duration span = Duration.between(first, burns.get(burns.size() - 1).start());
      List<Burn> elsewhere =
          burns.stream()
              .map(burn -> moved(burn, first.plusSeconds(within(span, random.nextDouble()))))
              .toList();
      return new LabelledHistory(history.name(), history.history(), elsewhere, history.reviewed());
    }

    private static long within(Duration span, double share) {
      return (long) (share * span.toSeconds());
    }

    private static Burn moved(Burn burn, Instant start) {
      Instant end = start.plus(Duration.between(burn.start(), burn.end()));
      return new Burn(
          start, end, burn.burns(), burn.radial(), burn.alongTrack(), burn.crossTrack());
    }
  }
}

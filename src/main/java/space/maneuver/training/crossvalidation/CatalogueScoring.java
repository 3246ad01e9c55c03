package space.maneuver.training.crossvalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import space.maneuver.evaluation.CatalogueScorer;
import space.maneuver.evaluation.metrics.catalogue.CatalogueResult;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject;
import space.maneuver.evaluation.metrics.catalogue.RandomBurn;
import space.maneuver.evaluation.metrics.catalogue.SatelliteSteps;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.planting.RandomBurns;
import space.maneuver.training.UnlabeledHistories;

/** Scores the networks of all folds on {@link CatalogueData} and collects the results. */
final class CatalogueScoring {

  private final CatalogueData data;
  private final List<PassiveObject> passive = new ArrayList<>();
  private final List<RandomBurn> burns = new ArrayList<>();
  private final List<SatelliteSteps> satellites = new ArrayList<>();

  CatalogueScoring(CatalogueData data) {
    this.data = data;
  }

  /**
   * Returns one task for each object that the network of a fold scores. Tasks may run on any
   * thread; what they return keeps the result, in the thread that collects them.
   */
  List<Supplier<Runnable>> tasks(ManeuverModel model, SolarFlux flux, int fold, int folds) {
    UnlabeledHistories own = data.histories().heldOut(fold, folds);
    CatalogueScorer scorer = new CatalogueScorer(model, flux);
    List<Supplier<Runnable>> tasks = new ArrayList<>();
    for (Map.Entry<String, List<History>> group : own.passive().entrySet()) {
      for (History history : data.some(group.getValue())) {
        tasks.add(() -> passive(scorer, group.getKey(), history));
      }
    }
    for (History history : data.some(own.active())) {
      tasks.add(() -> active(scorer, history));
    }
    return tasks;
  }

  private Runnable passive(CatalogueScorer scorer, String group, History history) {
    PassiveObject object = scorer.passive(group, history);
    List<RandomBurn> planted = new ArrayList<>();
    for (RandomBurns.Copy copy : RandomBurns.of(history, data.seed(), data.mostBurns())) {
      LabelledHistory with = copy.plant();
      RandomBurn burn = with == null ? null : scorer.randomBurn(with);
      if (burn != null) {
        planted.add(burn);
      }
    }
    return () -> {
      passive.add(object);
      burns.addAll(planted);
    };
  }

  private Runnable active(CatalogueScorer scorer, History history) {
    SatelliteSteps steps = scorer.steps(history, data.isOfConstellation(history));
    return () -> {
      if (!steps.steps().isEmpty()) {
        satellites.add(steps);
      }
    };
  }

  CatalogueResult result() {
    return new CatalogueResult(passive, burns, satellites);
  }
}

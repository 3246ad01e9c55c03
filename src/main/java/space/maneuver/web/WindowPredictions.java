package space.maneuver.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import space.maneuver.detection.ModelSession;
import space.maneuver.detection.Prediction;
import space.maneuver.features.FeatureWindow;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Has the usable windows of a request predicted and puts each answer in its window's place. */
@Component
final class WindowPredictions {

  private final RequestMeters meters;

  WindowPredictions(RequestMeters meters) {
    this.meters = meters;
  }

  List<PredictionEntry> of(List<WindowOutcome> outcomes, ModelSession session, boolean steps) {
    List<FeatureWindow> usable =
        outcomes.stream().map(WindowOutcome::window).filter(Objects::nonNull).toList();
    List<Prediction> predicted =
        usable.isEmpty() ? List.of() : meters.timePredictions(() -> session.predict(usable, steps));
    Iterator<Prediction> next = predicted.iterator();
    List<PredictionEntry> entries = new ArrayList<>(outcomes.size());
    for (WindowOutcome outcome : outcomes) {
      Fault fault = outcome.fault();
      entries.add(
          fault == null
              ? PredictionEntry.of(next.next())
              : PredictionEntry.refused(outcome.id(), fault));
    }
    meters.countWindows(session.bundle().name(), entries);
    return entries;
  }

  /** Refuses the request where each window is at fault. */
  static void requireOneUsable(List<PredictionEntry> entries) {
    List<Fault> faults = new ArrayList<>();
    for (PredictionEntry entry : entries) {
      if (entry.error() == null) {
        return;
      }
      faults.add(entry.error());
    }
    throw new ProblemException(
        Problem.NO_USABLE_WINDOW, "None of " + faults.size() + " windows is usable.", faults);
  }
}

package space.maneuver.web.predictions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.Prediction;
import space.maneuver.inference.RequestLimits;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Predicts the usable windows of a request and reports predictions and errors in the order of the
 * windows.
 */
final class WindowPredictions {

  private WindowPredictions() {}

  /** Predicts the usable windows, any number of them, and waits for the results. */
  static List<PredictionEntry> predict(
      ModelSession session, List<WindowOutcome> outcomes, boolean steps, RequestLimits limits) {
    List<FeatureWindow> usable = usable(outcomes);
    return entries(outcomes, usable.isEmpty() ? List.of() : session.predict(usable, steps, limits));
  }

  /**
   * Windows whose predictions are in progress.
   *
   * @param pending of the usable windows; null if there are none
   */
  record Pending(List<WindowOutcome> outcomes, ModelSession.@Nullable Pending pending) {

    /** Waits for the predictions. */
    List<PredictionEntry> get() {
      return entries(outcomes, pending == null ? List.of() : pending.get());
    }
  }

  /** Submits the usable windows. */
  static Pending submit(
      ModelSession session, List<WindowOutcome> outcomes, boolean steps, RequestLimits limits) {
    List<FeatureWindow> usable = usable(outcomes);
    return new Pending(outcomes, usable.isEmpty() ? null : session.submit(usable, steps, limits));
  }

  /** Refuses the request if every window is invalid. */
  static void requireOneUsable(List<PredictionEntry> entries) {
    List<Fault> faults = new ArrayList<>();
    for (PredictionEntry entry : entries) {
      if (entry.error() == null) {
        return;
      }
      faults.add(entry.error());
    }
    throw new ProblemException(
        Problem.NO_USABLE_WINDOW,
        "None of the windows is usable; rejected: " + faults.size() + ".",
        faults);
  }

  private static List<FeatureWindow> usable(List<WindowOutcome> outcomes) {
    List<FeatureWindow> usable = new ArrayList<>(outcomes.size());
    for (WindowOutcome outcome : outcomes) {
      if (outcome.window() != null) {
        usable.add(outcome.window());
      }
    }
    return usable;
  }

  private static List<PredictionEntry> entries(
      List<WindowOutcome> outcomes, List<Prediction> predicted) {
    Iterator<Prediction> next = predicted.iterator();
    List<PredictionEntry> entries = new ArrayList<>(outcomes.size());
    for (WindowOutcome outcome : outcomes) {
      Fault fault = outcome.fault();
      entries.add(
          fault == null
              ? PredictionEntry.of(next.next())
              : PredictionEntry.refused(outcome.id(), fault));
    }
    return entries;
  }

  /**
   * The result for one window: either a prediction or an error.
   *
   * @param id of the window, as the caller gave it
   * @param prediction null if there is none
   * @param error why there is no prediction
   */
  record PredictionEntry(
      @Nullable String id, @Nullable Prediction prediction, @Nullable Fault error) {

    static PredictionEntry of(Prediction prediction) {
      if (prediction.failed()) {
        String reason = "the network failed on this window";
        return refused(
            prediction.id(),
            new Fault(FaultCode.PREDICTION_FAILED.code(), "window", null, null, reason));
      }
      return new PredictionEntry(prediction.id(), prediction, null);
    }

    static PredictionEntry refused(@Nullable String id, Fault error) {
      return new PredictionEntry(id, null, error);
    }

    static void count(List<PredictionEntry> entries, String model, RequestMeters meters) {
      int refused = 0;
      int maneuvers = 0;
      for (PredictionEntry entry : entries) {
        if (entry.prediction() == null) {
          refused++;
        } else if (entry.prediction().maneuver()) {
          maneuvers++;
        }
      }
      meters.countWindows(model, refused, maneuvers, entries.size() - refused - maneuvers);
    }
  }
}

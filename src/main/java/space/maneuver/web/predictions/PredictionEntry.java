package space.maneuver.web.predictions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.inference.Prediction;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;

/**
 * The answer to one window: either a prediction or an error.
 *
 * @param id the window's, as it came
 * @param prediction null where there is none
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

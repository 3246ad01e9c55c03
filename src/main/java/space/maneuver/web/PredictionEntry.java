package space.maneuver.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.Prediction;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;

/**
 * The answer to one window: either a probability or an error.
 *
 * @param id the window's, as it came
 * @param probability calibrated, 0 to 1
 * @param maneuver whether {@code probability} reaches {@code threshold}
 * @param threshold of the model for this length of window
 * @param steps per step, the probability that a burn has started by its end; if asked for
 * @param error why there is no probability
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PredictionEntry(
    @Nullable String id,
    @Nullable Double probability,
    @Nullable Boolean maneuver,
    @Nullable Double threshold,
    double @Nullable [] steps,
    @Nullable Fault error) {

  static PredictionEntry of(Prediction prediction) {
    if (prediction.failed()) {
      String reason = "the network failed on this window";
      return refused(
          prediction.id(),
          new Fault(FaultCode.PREDICTION_FAILED.code(), "window", null, null, reason));
    }
    return new PredictionEntry(
        prediction.id(),
        prediction.probability(),
        prediction.maneuver(),
        prediction.threshold(),
        prediction.steps(),
        null);
  }

  static PredictionEntry refused(@Nullable String id, Fault error) {
    return new PredictionEntry(id, null, null, null, null, error);
  }
}

package space.maneuver.inference;

import java.util.List;
import java.util.function.Supplier;

/** Predictions that are being made. */
public final class PendingPredictions {

  private final Supplier<List<Prediction>> predictions;

  PendingPredictions(Supplier<List<Prediction>> predictions) {
    this.predictions = predictions;
  }

  /**
   * Waits for them.
   *
   * @return one per window, in the order of the windows
   * @throws DeadlineExceededException when they come too late, or the session has been closed
   */
  public List<Prediction> get() {
    return predictions.get();
  }
}

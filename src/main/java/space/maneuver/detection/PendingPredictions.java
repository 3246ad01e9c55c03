package space.maneuver.detection;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Predictions that are being made. */
public final class PendingPredictions {

  private final Future<?> done;
  private final Supplier<List<Prediction>> predictions;
  private final Runnable cancel;

  PendingPredictions(Future<?> done, Supplier<List<Prediction>> predictions, Runnable cancel) {
    this.done = done;
    this.predictions = predictions;
    this.cancel = cancel;
  }

  /**
   * Waits for them.
   *
   * @return one per window, in the order of the windows
   * @throws DeadlineExceededException when they come too late, or have been cancelled
   */
  public List<Prediction> get() {
    return predictions.get();
  }

  /** Whether {@link #get()} would not wait. */
  public boolean done() {
    return done.isDone();
  }

  /** Takes those windows that are not yet being computed out of the queue. */
  public void cancel() {
    cancel.run();
  }
}

package space.maneuver.detection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Predictions that are being made. */
public final class PendingPredictions {

  private final CompletableFuture<List<Prediction>> predictions;

  PendingPredictions(CompletableFuture<List<Prediction>> predictions) {
    this.predictions = predictions;
  }

  /**
   * Waits for them.
   *
   * @return one per window, in the order of the windows
   * @throws DeadlineExceededException when they come too late
   */
  public List<Prediction> get() {
    try {
      return predictions.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Whether {@link #get()} would not wait. */
  public boolean done() {
    return predictions.isDone();
  }

  /** Takes those windows that are not yet being computed out of the queue. */
  public void cancel() {
    predictions.cancel(false);
  }

  /** Completes on an inference thread, which must not be held up. */
  public CompletionStage<List<Prediction>> stage() {
    return predictions.minimalCompletionStage();
  }
}

package space.maneuver.inference;

import java.time.Duration;
import space.maneuver.model.torch.WindowBatch;

/**
 * How windows are queued, batched and run.
 *
 * @param threads number of inference threads, at least 1; each runs one batch at a time
 * @param queue maximum number of windows in the queue, over all callers; beyond it, requests are
 *     refused
 * @param longestWait longest expected wait in the queue: while the windows already queued are
 *     expected to take longer, new requests are refused; 0: refused while any window is queued
 * @param callerWindows maximum number of windows in flight (queued or running) per caller; a
 *     request that would exceed it is refused, unless the caller has nothing else in flight; 0: no
 *     limit
 * @param batch maximum number of windows in one batch, 1 to {@link WindowBatch#LARGEST}
 * @param delay batching delay: how long a window may wait for others to share its batch while the
 *     inference threads are busy; 0: not at all
 */
public record InferenceSettings(
    int threads, int queue, Duration longestWait, int callerWindows, int batch, Duration delay) {

  public InferenceSettings {
    require(
        threads >= 1 && queue >= 1 && callerWindows >= 0,
        "threads and queue must be at least 1, callerWindows at least 0");
    require(
        batch >= 1 && batch <= WindowBatch.LARGEST, "batch must be 1 to " + WindowBatch.LARGEST);
    require(
        !longestWait.isNegative() && !delay.isNegative(),
        "longestWait and delay must not be negative");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("inference settings: " + rule);
    }
  }
}

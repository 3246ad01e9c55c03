package space.maneuver.inference;

import java.time.Duration;
import space.maneuver.model.torch.WindowBatch;

/**
 * How windows wait for the networks and are run by them.
 *
 * @param threads that run networks, each a batch at a time
 * @param queue windows that may wait, all callers together
 * @param longestWait new windows are refused when those before them take longer than this
 * @param callerWindows windows that one caller may have waiting or running; 0 for no bound
 * @param batch most windows that are run together, up to {@link WindowBatch#LARGEST}
 * @param delay how long a window may wait for others to be run with, while threads are busy
 */
public record InferenceSettings(
    int threads, int queue, Duration longestWait, int callerWindows, int batch, Duration delay) {

  public InferenceSettings {
    require(threads >= 1 && queue >= 1 && callerWindows >= 0, "threads and queue are above 0");
    require(batch >= 1 && batch <= WindowBatch.LARGEST, "a batch is 1 to " + WindowBatch.LARGEST);
    require(!longestWait.isNegative() && !delay.isNegative(), "times are not negative");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("inference settings: " + rule);
    }
  }
}

package space.maneuver.inference;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts queued and running windows and decides whether more may be queued. */
final class Admission {

  /** Weight of the newest batch in the moving average of the time per window. */
  private static final double NEWEST = 0.1;

  private final InferenceSettings settings;
  private final Map<String, Integer> byCaller = new HashMap<>();
  private int waiting;
  private int reserved;
  private double nanosPerWindow;

  Admission(InferenceSettings settings) {
    this.settings = settings;
  }

  int waiting() {
    return waiting;
  }

  /**
   * Returns why more windows would be refused; null if there is room for them.
   *
   * @param admitted whether they belong to a request that has been admitted before
   */
  @Nullable OverloadedException refusal(@Nullable String caller, int count, boolean admitted) {
    int max = settings.callerWindows();
    int own = caller == null ? 0 : byCaller.getOrDefault(caller, 0);
    if (caller != null && max > 0 && own > 0 && own + count > max) {
      return new OverloadedException(
          OverloadedException.Cause.CALLER,
          waitFor(own),
          "This caller has %s in flight; at most %d %s allowed."
              .formatted(windows(own), max, max == 1 ? "is" : "are"));
    }
    // Windows that wait for room belong to admitted requests and go first.
    int ahead = waiting + (admitted ? 0 : reserved);
    if (waiting + count > settings.queue() || ahead > 0 && ahead + count > settings.queue()) {
      return new OverloadedException(
          OverloadedException.Cause.QUEUE,
          waitFor(ahead),
          "%s in the queue, which holds at most %d.".formatted(waiting(ahead), settings.queue()));
    }
    if (!admitted && ahead > 0 && waitFor(ahead).compareTo(settings.longestWait()) > 0) {
      return new OverloadedException(
          OverloadedException.Cause.QUEUE,
          waitFor(ahead),
          "%s in the queue, and the expected wait of %d ms exceeds %d ms."
              .formatted(
                  waiting(ahead), waitFor(ahead).toMillis(), settings.longestWait().toMillis()));
    }
    return null;
  }

  void reserve(int count) {
    reserved += count;
  }

  void enter(@Nullable String caller, int count) {
    waiting += count;
    if (caller != null) {
      byCaller.merge(caller, count, Integer::sum);
    }
  }

  /** Records that windows have left the queue, to be run or because they were removed. */
  void leaveQueue(int count) {
    waiting -= count;
  }

  /** Records that windows are no longer in flight. */
  void leave(@Nullable String caller, int count) {
    if (caller != null && count > 0) {
      byCaller.computeIfPresent(caller, (key, own) -> own > count ? own - count : null);
    }
  }

  /** Records how long windows took on one thread. */
  void ran(int count, long nanos) {
    if (count > 0 && nanos > 0) {
      double own = (double) nanos / count;
      nanosPerWindow = nanosPerWindow == 0 ? own : nanosPerWindow + NEWEST * (own - nanosPerWindow);
    }
  }

  private static String waiting(int number) {
    return windows(number) + (number == 1 ? " is" : " are");
  }

  private static String windows(int number) {
    return number + (number == 1 ? " window" : " windows");
  }

  private Duration waitFor(int windows) {
    return Duration.ofNanos((long) (windows * nanosPerWindow / settings.threads()));
  }
}

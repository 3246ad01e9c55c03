package space.maneuver.inference;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the windows that wait and run, and says for how many more there is room. */
final class Admission {

  /** Share of the newest batch in the mean speed. */
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
   * Why there is no room for some windows more; null if there is.
   *
   * @param patient whether they belong to a request that has been let in before
   */
  @Nullable OverloadedException refusal(@Nullable String caller, int count, boolean patient) {
    int most = settings.callerWindows();
    int own = caller == null ? 0 : byCaller.getOrDefault(caller, 0);
    if (caller != null && most > 0 && own > 0 && own + count > most) {
      return new OverloadedException(
          OverloadedException.Cause.CALLER,
          waitFor(own),
          "this caller has %s waiting or running; %d %s allowed"
              .formatted(windows(own), most, most == 1 ? "is" : "are"));
    }
    // Those that wait for room have been let in before, and go first.
    int ahead = waiting + (patient ? 0 : reserved);
    if (waiting + count > settings.queue() || ahead > 0 && ahead + count > settings.queue()) {
      return new OverloadedException(
          OverloadedException.Cause.QUEUE,
          waitFor(ahead),
          waiting(ahead) + " already; there is room for " + settings.queue());
    }
    if (!patient && ahead > 0 && waitFor(ahead).compareTo(settings.longestWait()) > 0) {
      return new OverloadedException(
          OverloadedException.Cause.QUEUE,
          waitFor(ahead),
          "%s already, which %s %d ms"
              .formatted(waiting(ahead), ahead == 1 ? "takes" : "take", waitFor(ahead).toMillis()));
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

  /** Some no longer wait: they run now, or have been taken out. */
  void leaveQueue(int count) {
    waiting -= count;
  }

  /** Some neither wait nor run any more. */
  void leave(@Nullable String caller, int count) {
    if (caller != null && count > 0) {
      byCaller.computeIfPresent(caller, (key, own) -> own > count ? own - count : null);
    }
  }

  /** How long some windows took on one thread. */
  void ran(int count, long nanos) {
    if (count > 0 && nanos > 0) {
      double own = (double) nanos / count;
      nanosPerWindow = nanosPerWindow == 0 ? own : nanosPerWindow + NEWEST * (own - nanosPerWindow);
    }
  }

  private static String waiting(int number) {
    return windows(number) + (number == 1 ? " waits" : " wait");
  }

  private static String windows(int number) {
    return number + (number == 1 ? " window" : " windows");
  }

  private Duration waitFor(int windows) {
    return Duration.ofNanos((long) (windows * nanosPerWindow / settings.threads()));
  }
}

package space.maneuver.evaluation.metrics.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of matching one detection.
 *
 * @param detection the detection
 * @param verdict how it counts
 * @param event the event it was the first to match; null if there is none
 */
record Outcome(Detection detection, Verdict verdict, @Nullable Event event) {

  enum Verdict {
    HIT,
    NEUTRAL,
    FALSE_ALARM
  }

  boolean is(Verdict wanted) {
    return verdict == wanted;
  }

  /** Returns the event that a {@link Verdict#HIT} found. */
  Event found() {
    return Objects.requireNonNull(event);
  }
}

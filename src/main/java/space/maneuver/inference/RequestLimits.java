package space.maneuver.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Deadline and caller of one call of a {@link ModelSession}.
 *
 * @param timeout time from the start of the call to its deadline; above 0
 * @param caller whose share of the queue the call counts towards; null if callers are not
 *     identified
 */
public record RequestLimits(Duration timeout, @Nullable String caller) {

  /** An unidentified caller that waits for a day. */
  public static final RequestLimits PATIENT = new RequestLimits(Duration.ofDays(1), null);
}

package space.maneuver.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one call of a {@link ModelSession}.
 *
 * @param timeout from the start of the call to the latest useful answer; above 0
 * @param caller whose share of the service the call counts towards; null when callers have no names
 */
public record RequestLimits(Duration timeout, @Nullable String caller) {

  /** A caller without a name that waits for a day. */
  public static final RequestLimits PATIENT = new RequestLimits(Duration.ofDays(1), null);
}

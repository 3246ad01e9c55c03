package space.maneuver.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all that one caller asks in one go.
 *
 * @param timeout after which it no longer wants the answer; above 0
 * @param caller whose share of the service it is; null when callers have no names
 */
public record CallTerms(Duration timeout, @Nullable String caller) {

  /** A caller without a name that waits as long as it takes. */
  public static final CallTerms PATIENT = new CallTerms(Duration.ofDays(1), null);
}

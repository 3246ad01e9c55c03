package space.maneuver.inference;

import java.time.Duration;

/** Windows were refused because there was no room for all of them; none of them is run. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final Duration retryAfter;

  /** The limit that was reached. */
  public enum Cause {
    /** The queue, which all callers share. */
    QUEUE,
    /** The caller's share of it. */
    CALLER
  }

  public OverloadedException(Cause cause, Duration retryAfter, String message) {
    // Thrown often under load, when a stack trace would cost time and nobody would read it.
    super(message, null, false, false);
    this.cause = cause;
    this.retryAfter = retryAfter;
  }

  public Cause bound() {
    return cause;
  }

  /** Returns the time after which to retry. */
  public Duration retryAfter() {
    return retryAfter;
  }
}

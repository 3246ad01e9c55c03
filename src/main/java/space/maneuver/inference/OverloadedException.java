package space.maneuver.inference;

import java.time.Duration;

/** More was asked than there is room for; nothing of it is done. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final Duration retryAfter;

  /** Whose bound was met. */
  public enum Cause {
    /** The queue that all callers share. */
    QUEUE,
    /** The caller's own share. */
    CALLER
  }

  public OverloadedException(Cause cause, Duration retryAfter, String message) {
    // Thrown often where there is no time for a stack trace, which nobody would read.
    super(message, null, false, false);
    this.cause = cause;
    this.retryAfter = retryAfter;
  }

  public Cause bound() {
    return cause;
  }

  /** When it is worth to ask again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}

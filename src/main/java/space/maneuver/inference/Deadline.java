package space.maneuver.inference;

import java.time.Duration;

/**
 * When an answer is no longer wanted.
 *
 * @param nanoTime on the clock of {@link InferenceThreads#nanoTime()}
 */
record Deadline(long nanoTime) {

  static Deadline after(Duration timeout, long now) {
    return new Deadline(now + timeout.toNanos());
  }

  /** Negative when it has passed. */
  long nanosLeft(long now) {
    return nanoTime - now;
  }
}

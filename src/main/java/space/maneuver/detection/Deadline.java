package space.maneuver.detection;

import java.time.Duration;

/**
 * When an answer is no longer wanted.
 *
 * @param nanoTime on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {

  static Deadline after(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /** Negative when it has passed. */
  long nanosLeft() {
    return nanoTime - System.nanoTime();
  }
}

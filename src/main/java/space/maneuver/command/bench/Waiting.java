package space.maneuver.command.bench;

import java.time.Duration;

/** Lets time pass. */
final class Waiting {

  private Waiting() {}

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

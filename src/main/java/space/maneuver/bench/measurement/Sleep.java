package space.maneuver.bench.measurement;

import java.time.Duration;

/** Sleeps. */
public final class Sleep {

  private Sleep() {}

  /**
   * Sleeps for a duration.
   *
   * @throws IllegalStateException if interrupted
   */
  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

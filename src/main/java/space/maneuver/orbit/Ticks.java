package space.maneuver.orbit;

import java.time.Instant;
import space.maneuver.math.Days;

/**
 * Between ticks, the resolution of a two-line element set's epoch ({@link ElementSet#epochTicks()}:
 * 1e-8 day since 1970-01-01T00:00 UTC), days and seconds.
 */
public final class Ticks {

  private Ticks() {}

  public static long ofDays(double days) {
    return Math.round(days * ElementSet.TICKS_PER_DAY);
  }

  public static long ofSeconds(double seconds) {
    return ofDays(seconds / Days.SECONDS);
  }

  public static double days(long ticks) {
    return (double) ticks / ElementSet.TICKS_PER_DAY;
  }

  /** Days since 1970-01-01T00:00 UTC, to the tick. */
  public static double days(Instant instant) {
    return days(ElementSet.ticks(instant));
  }

  /** The time that is so many days after 1970-01-01T00:00 UTC, to the tick. */
  public static Instant instant(double days) {
    return ElementSet.instant(ofDays(days));
  }
}

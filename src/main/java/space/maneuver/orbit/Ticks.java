package space.maneuver.orbit;

import java.time.Instant;
import space.maneuver.math.Days;

/**
 * Converts between ticks, days and seconds. A tick is 1e-8 d, the resolution of the epoch of a
 * two-line element set; ticks count from 1970-01-01T00:00 UTC ({@link ElementSet#epochTicks()}).
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

  /** Days since 1970-01-01T00:00 UTC, rounded to a tick. */
  public static double days(Instant instant) {
    return days(ElementSet.ticks(instant));
  }

  /** The instant a number of days after 1970-01-01T00:00 UTC, rounded to a tick. */
  public static Instant instant(double days) {
    return ElementSet.instant(ofDays(days));
  }
}

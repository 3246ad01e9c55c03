package space.maneuver.evaluation.metrics.events;

import java.time.Instant;
import java.time.LocalDate;
import space.maneuver.math.Days;
import space.maneuver.orbit.Ticks;

/**
 * Times as days since 1970-01-01T00:00 UTC without leap seconds, rounded exactly like the reference
 * scorers: the last bit can decide on which side of an element set a burn lies.
 */
public final class ReferenceDays {

  private static final long MICROSECONDS_PER_SECOND = 1_000_000L;
  private static final int NANOSECONDS_PER_MICROSECOND = 1_000;

  private ReferenceDays() {}

  /** Converts an instant, truncated to microseconds, the resolution of the reference. */
  public static double of(Instant instant) {
    long microseconds =
        Math.multiplyExact(instant.getEpochSecond(), MICROSECONDS_PER_SECOND)
            + instant.getNano() / NANOSECONDS_PER_MICROSECOND;
    return (double) microseconds / MICROSECONDS_PER_SECOND / Days.SECONDS;
  }

  /** Converts ticks by way of year and day of the year, as in the epoch of a TLE. */
  static double ofTicks(long epochTicks) {
    long day = Math.floorDiv(epochTicks, Ticks.PER_DAY);
    long newYear = LocalDate.ofEpochDay(day).withDayOfYear(1).toEpochDay();
    long ticksOfYear = epochTicks - (newYear - 1) * Ticks.PER_DAY;
    double dayOfYear = (double) ticksOfYear / Ticks.PER_DAY;
    return newYear + dayOfYear - 1.0;
  }
}

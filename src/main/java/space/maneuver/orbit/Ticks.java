package space.maneuver.orbit;

import java.time.Instant;
import space.maneuver.math.Days;

/**
 * Converts between ticks, days, seconds and instants. A tick is 1e-8 d, the resolution of the epoch
 * of a two-line element set; ticks count from 1970-01-01T00:00 UTC ({@link
 * ElementSet#epochTicks()}).
 */
public final class Ticks {

  /** Ticks in a day. */
  public static final long PER_DAY = 100_000_000L;

  private static final long NANOSECONDS = 864_000L;
  private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

  private Ticks() {}

  /** The tick nearest an instant. */
  public static long of(Instant instant) {
    long days = Math.floorDiv(instant.getEpochSecond(), (long) Days.SECONDS);
    long second = Math.floorMod(instant.getEpochSecond(), (long) Days.SECONDS);
    long nanoseconds = second * NANOSECONDS_PER_SECOND + instant.getNano();
    return days * PER_DAY + (nanoseconds + NANOSECONDS / 2) / NANOSECONDS;
  }

  public static long ofDays(double days) {
    return Math.round(days * PER_DAY);
  }

  public static long ofSeconds(double seconds) {
    return ofDays(seconds / Days.SECONDS);
  }

  public static double days(long ticks) {
    return (double) ticks / PER_DAY;
  }

  /** Days since 1970-01-01T00:00 UTC, rounded to a tick. */
  public static double days(Instant instant) {
    return days(of(instant));
  }

  /** The instant a number of ticks after 1970-01-01T00:00 UTC, exact. */
  public static Instant toInstant(long ticks) {
    long days = Math.floorDiv(ticks, PER_DAY);
    long rest = Math.floorMod(ticks, PER_DAY) * NANOSECONDS;
    return Instant.ofEpochSecond(
        days * (long) Days.SECONDS + rest / NANOSECONDS_PER_SECOND, rest % NANOSECONDS_PER_SECOND);
  }

  /** The instant a number of days after 1970-01-01T00:00 UTC, rounded to a tick. */
  public static Instant instant(double days) {
    return toInstant(ofDays(days));
  }
}

package space.maneuver.math;

import java.time.Instant;

/** Conversions of times in days. */
public final class Days {

  /** Seconds in a UTC day without a leap second. */
  public static final double SECONDS = 86_400;

  private Days() {}

  /** Returns 00:00 UTC of a day counted from 1970-01-01. */
  public static Instant start(long day) {
    return Instant.ofEpochSecond(day * (long) SECONDS);
  }
}

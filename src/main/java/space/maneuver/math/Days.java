package space.maneuver.math;

import java.time.Instant;

/** Times in days. */
public final class Days {

  /** Seconds of a day of UTC without a leap second. */
  public static final double SECONDS = 86_400;

  private Days() {}

  /** 00:00 UTC of a day, counted from 1970-01-01. */
  public static Instant start(long day) {
    return Instant.ofEpochSecond(day * (long) SECONDS);
  }
}

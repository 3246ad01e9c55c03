package space.maneuver.simulation;

import space.maneuver.orbit.ElementSet;

/** Between ticks of {@link ElementSet#epochTicks()}, days and seconds. */
final class Ticks {

  static final double SECONDS_PER_DAY = 86_400;

  private Ticks() {}

  static long ofDays(double days) {
    return Math.round(days * ElementSet.TICKS_PER_DAY);
  }

  static long ofSeconds(double seconds) {
    return ofDays(seconds / SECONDS_PER_DAY);
  }

  static double days(long ticks) {
    return (double) ticks / ElementSet.TICKS_PER_DAY;
  }
}

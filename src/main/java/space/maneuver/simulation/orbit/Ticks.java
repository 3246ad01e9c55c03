package space.maneuver.simulation.orbit;

import space.maneuver.orbit.ElementSet;

/** Between ticks of {@link ElementSet#epochTicks()}, days and seconds. */
public final class Ticks {

  public static final double SECONDS_PER_DAY = 86_400;

  private Ticks() {}

  public static long ofDays(double days) {
    return Math.round(days * ElementSet.TICKS_PER_DAY);
  }

  public static long ofSeconds(double seconds) {
    return ofDays(seconds / SECONDS_PER_DAY);
  }

  public static double days(long ticks) {
    return (double) ticks / ElementSet.TICKS_PER_DAY;
  }
}

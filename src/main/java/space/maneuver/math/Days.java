package space.maneuver.math;

/** Times in days. */
public final class Days {

  /** Seconds of a day of UTC without a leap second. */
  public static final double SECONDS = 86_400;

  private Days() {}
}

package space.maneuver.simulation.orbit;

import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** Sensitivity of SGP4's mean motion to B*. */
public final class DragRate {

  private static final double DAYS = 5;
  private static final double STEP = 1e-4;

  private DragRate() {}

  /**
   * Returns the derivative of the rate of mean motion with respect to B*, rad/s2 per 1/Earth
   * radius, by finite difference.
   */
  public static double perBStar(ElementSet elements) {
    long later = elements.epochTicks() + Ticks.ofDays(DAYS);
    double without = TrueOrbit.advanced(elements.withDrag(0, 0), later).meanMotion();
    double with = TrueOrbit.advanced(elements.withDrag(STEP, 0), later).meanMotion();
    return (with - without) / (STEP * DAYS * Days.SECONDS);
  }
}

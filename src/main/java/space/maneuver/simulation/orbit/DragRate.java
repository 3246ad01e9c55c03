package space.maneuver.simulation.orbit;

import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** How strongly SGP4 makes an orbit answer to B*. */
public final class DragRate {

  private static final double DAYS = 5;
  private static final double STEP = 1e-4;

  private DragRate() {}

  /** Derivative of the mean motion's rate by B*, rad/s2 per 1/earth radii, by a difference. */
  public static double perBStar(ElementSet elements) {
    long later = elements.epochTicks() + Ticks.ofDays(DAYS);
    double without = TrueOrbit.advanced(elements.withDrag(0, 0), later).meanMotion();
    double with = TrueOrbit.advanced(elements.withDrag(STEP, 0), later).meanMotion();
    return (with - without) / (STEP * DAYS * Days.SECONDS);
  }
}

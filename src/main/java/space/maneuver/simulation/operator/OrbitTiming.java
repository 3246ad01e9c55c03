package space.maneuver.simulation.operator;

import space.maneuver.math.Angles;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** Times at which an orbit reaches a point. */
public final class OrbitTiming {

  private OrbitTiming() {}

  /** The next time that the argument of latitude has a value, rad. */
  public static long atLatitudeArgument(ElementSet orbit, double angle) {
    return after(orbit, angle - orbit.argumentOfPerigee() - orbit.meanAnomaly());
  }

  /** The next time that the mean anomaly has a value, rad. */
  static long atMeanAnomaly(ElementSet orbit, double angle) {
    return after(orbit, angle - orbit.meanAnomaly());
  }

  /** Length of a number of revolutions, ticks. */
  static long revolutions(ElementSet orbit, double number) {
    return Ticks.ofSeconds(number * 2 * Math.PI / orbit.meanMotion());
  }

  private static long after(ElementSet orbit, double angle) {
    return orbit.epochTicks() + Ticks.ofSeconds(Angles.turn(angle) / orbit.meanMotion());
  }
}

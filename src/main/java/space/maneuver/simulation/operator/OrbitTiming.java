package space.maneuver.simulation.operator;

import space.maneuver.math.Angles;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** Times, in ticks, at which an object reaches a point of its orbit. */
public final class OrbitTiming {

  private OrbitTiming() {}

  /** Returns the next time at which the argument of latitude has a value, rad. */
  public static long atLatitudeArgument(ElementSet orbit, double angle) {
    return after(orbit, angle - orbit.argumentOfPerigee() - orbit.meanAnomaly());
  }

  /** Returns the next time at which the mean anomaly has a value, rad. */
  static long atMeanAnomaly(ElementSet orbit, double angle) {
    return after(orbit, angle - orbit.meanAnomaly());
  }

  /** Returns the duration of a number of revolutions, ticks. */
  static long revolutions(ElementSet orbit, double number) {
    return Ticks.ofSeconds(number * 2 * Math.PI / orbit.meanMotion());
  }

  private static long after(ElementSet orbit, double angle) {
    return orbit.epochTicks() + Ticks.ofSeconds(Angles.turn(angle) / orbit.meanMotion());
  }
}

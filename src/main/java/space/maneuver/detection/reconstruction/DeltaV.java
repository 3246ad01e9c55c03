package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.Nullable;

/**
 * Velocity change of a maneuver, m/s, estimated from what changes between element sets by Gauss'
 * variational equations.
 *
 * @param radial size along the radius, without a sign; null when the elements cannot tell
 * @param alongTrack positive raises the orbit; 0 when below its own noise
 * @param crossTrack size along the orbit normal, without a sign; 0 when below its own noise
 * @param total root of the sum of squares
 * @param sigma standard deviation of {@code total}
 */
public record DeltaV(
    @Nullable Double radial, double alongTrack, double crossTrack, double total, double sigma) {

  /**
   * About what a bipropellant engine gives a satellite that burns all of its propellant at once, 60
   * % of its mass: 9.81 m/s2 x 320 s x ln(1 / 0.4) = 2,880 m/s by the rocket equation.
   */
  public static final double MOST = 3000;

  /** Whether a spacecraft can do it; else the element sets are those of different objects. */
  public boolean plausible() {
    return total <= MOST;
  }
}

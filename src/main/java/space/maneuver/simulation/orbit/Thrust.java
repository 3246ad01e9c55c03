package space.maneuver.simulation.orbit;

/**
 * An impulsive thrust.
 *
 * @param ticks time, as in {@link space.maneuver.orbit.ElementSet#epochTicks()}
 * @param radial radial delta-v, outward, m/s
 * @param along along-track delta-v, in the orbital plane and perpendicular to the radius, forward,
 *     m/s
 * @param cross cross-track delta-v, along the orbit normal, m/s
 */
public record Thrust(long ticks, double radial, double along, double cross) {

  /** Returns the magnitude of the delta-v, m/s. */
  public double total() {
    return Math.sqrt(radial * radial + along * along + cross * cross);
  }
}

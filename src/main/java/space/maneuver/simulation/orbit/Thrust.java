package space.maneuver.simulation.orbit;

/**
 * One impulse.
 *
 * @param ticks when, as in {@link space.maneuver.orbit.ElementSet#epochTicks()}
 * @param radial delta-v outward, m/s
 * @param along delta-v in the orbital plane, perpendicular to the radius, forward, m/s
 * @param cross delta-v along the orbit normal, m/s
 */
public record Thrust(long ticks, double radial, double along, double cross) {

  public double total() {
    return Math.sqrt(radial * radial + along * along + cross * cross);
  }
}

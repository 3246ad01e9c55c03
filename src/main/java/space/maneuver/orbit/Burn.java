package space.maneuver.orbit;

import java.time.Instant;

/**
 * One maneuver that an operator published or the simulator made.
 *
 * @param start when the first thrust began
 * @param end when the last thrust ended, not before {@code start}
 * @param burns number of thrusts in it; 0 when announced but not carried out
 * @param radial delta-v along the outward radius, m/s; NaN when not published
 * @param alongTrack delta-v along the velocity, m/s; NaN when not published
 * @param crossTrack delta-v along the orbit normal, m/s; NaN when not published
 */
public record Burn(
    Instant start, Instant end, int burns, double radial, double alongTrack, double crossTrack) {

  /** Size of the delta-v, m/s; NaN when not published. */
  public double total() {
    return Math.sqrt(radial * radial + alongTrack * alongTrack + crossTrack * crossTrack);
  }
}

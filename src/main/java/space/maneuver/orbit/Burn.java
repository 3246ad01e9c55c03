package space.maneuver.orbit;

import java.time.Instant;

/**
 * A maneuver that an operator published or the simulator generated.
 *
 * @param start when the first thrust began
 * @param end when the last thrust ended, not before {@code start}
 * @param burns number of thrusts; 0 if the maneuver was announced but not carried out
 * @param radial delta-v along the outward radius, m/s; NaN when not published
 * @param alongTrack delta-v along the velocity, m/s; NaN when not published
 * @param crossTrack delta-v along the orbit normal, m/s; NaN when not published
 */
public record Burn(
    Instant start, Instant end, int burns, double radial, double alongTrack, double crossTrack) {

  /** Magnitude of the delta-v, m/s; NaN when not published. */
  public double total() {
    return Math.sqrt(radial * radial + alongTrack * alongTrack + crossTrack * crossTrack);
  }
}

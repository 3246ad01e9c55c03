package space.maneuver.simulation.planting;

import java.util.List;
import java.util.Locale;

/**
 * Which burns to plant.
 *
 * @param burns number of burns, at least 1
 * @param directions directions to draw from, at least one; both signs are drawn
 * @param leastDeltaV smallest delta-v, m/s, above 0; its logarithm is drawn uniformly
 * @param mostDeltaV greatest delta-v, m/s, at most 100
 */
public record PlantingSettings(
    int burns, List<Direction> directions, double leastDeltaV, double mostDeltaV) {

  /** The greatest delta-v whose effect is small against the orbit, m/s. */
  private static final double MOST = 100;

  /** Direction of a burn. */
  public enum Direction {
    IN_TRACK,
    CROSS_TRACK,
    RADIAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public PlantingSettings {
    directions = List.copyOf(directions);
    require(burns >= 1, "number of planted burns must be at least 1, not " + burns);
    require(!directions.isEmpty(), "at least one direction is needed");
    require(
        leastDeltaV > 0 && leastDeltaV <= mostDeltaV && mostDeltaV <= MOST,
        "delta-v of planted burns must be above 0 and at most 100 m/s, smallest first, not "
            + leastDeltaV
            + " to "
            + mostDeltaV);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}

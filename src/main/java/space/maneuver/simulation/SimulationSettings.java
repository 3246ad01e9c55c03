package space.maneuver.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * The settings of a simulation.
 *
 * @param objects number of objects, 1 to 100,000
 * @param start start of the ten years in which each history starts at a random time
 * @param days length of each history, d, 60 to 4,000
 * @param passiveShare share of objects that never maneuver (debris, rocket bodies, dead
 *     satellites), 0 to 1
 * @param electricShare share of the others with long low thrust instead of burns, 0 to 1
 * @param regimes regimes to draw from; one listed twice is drawn twice as often
 * @param setsPerDay element sets per day, 0.2 to 10; null for the cadence of the publisher drawn
 */
public record SimulationSettings(
    int objects,
    Instant start,
    int days,
    double passiveShare,
    double electricShare,
    List<OrbitRegime> regimes,
    @Nullable Double setsPerDay) {

  private static final double FEWEST_SETS_PER_DAY = 0.2;
  private static final double MOST_SETS_PER_DAY = 10;
  private static final int MOST_OBJECTS = 100_000;
  private static final int FEWEST_DAYS = 60;
  private static final int MOST_DAYS = 4_000;

  public SimulationSettings {
    regimes = List.copyOf(regimes);
    require(
        objects >= 1 && objects <= MOST_OBJECTS, "objects must be 1 to 100,000, not " + objects);
    require(days >= FEWEST_DAYS && days <= MOST_DAYS, "days must be 60 to 4,000, not " + days);
    require(
        passiveShare >= 0 && passiveShare <= 1,
        "passive share must be 0 to 1, not " + passiveShare);
    require(
        electricShare >= 0 && electricShare <= 1,
        "electric share must be 0 to 1, not " + electricShare);
    require(!regimes.isEmpty(), "at least one regime is needed");
    require(
        setsPerDay == null
            || (setsPerDay >= FEWEST_SETS_PER_DAY && setsPerDay <= MOST_SETS_PER_DAY),
        "element sets per day must be 0.2 to 10, not " + setsPerDay);
  }

  /** Creates settings with the cadence of the publisher drawn. */
  public SimulationSettings(
      int objects,
      Instant start,
      int days,
      double passiveShare,
      double electricShare,
      List<OrbitRegime> regimes) {
    this(objects, start, days, passiveShare, electricShare, regimes, null);
  }

  /** Creates settings without electric propulsion. */
  public SimulationSettings(
      int objects, Instant start, int days, double passiveShare, List<OrbitRegime> regimes) {
    this(objects, start, days, passiveShare, 0, regimes, null);
  }

  /** Returns the default settings: three years, a quarter passive, mostly LEO and GEO. */
  public static SimulationSettings of(int objects) {
    return new SimulationSettings(
        objects,
        Instant.parse("2010-01-01T00:00:00Z"),
        1100,
        0.25,
        List.of(
            OrbitRegime.LEO,
            OrbitRegime.LEO,
            OrbitRegime.LEO,
            OrbitRegime.LEO,
            OrbitRegime.LEO,
            OrbitRegime.GEO,
            OrbitRegime.GEO,
            OrbitRegime.GEO,
            OrbitRegime.MEO,
            OrbitRegime.HEO));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}

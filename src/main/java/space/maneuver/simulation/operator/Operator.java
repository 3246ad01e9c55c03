package space.maneuver.simulation.operator;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;

/** Who maneuvers a satellite: says when the next maneuver is due and then what it is. */
public interface Operator {

  /** Days from one maneuver to when the next is due. */
  double pause();

  /**
   * The maneuver that is due.
   *
   * @param truth the orbit at that time, which the operator knows
   */
  SimulatedManeuver maneuver(ElementSet truth);

  /** Draws the operator of a satellite and its habits. */
  static Operator draw(Draws draws, ElementSet start) {
    OrbitRegime regime = OrbitRegime.of(start);
    return regime == OrbitRegime.GEO
        ? new LongitudeKeeper(draws, start)
        : new OrbitKeeper(draws, start, regime);
  }
}

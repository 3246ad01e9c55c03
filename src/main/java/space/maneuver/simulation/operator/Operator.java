package space.maneuver.simulation.operator;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;

/** The operator of a satellite: decides when the next maneuver is due and what it is. */
public interface Operator {

  /** Returns the time from one maneuver to the next, d. */
  double pause();

  /**
   * Returns the maneuver that is due.
   *
   * @param truth true orbit at that time, which the operator knows
   */
  SimulatedManeuver maneuver(ElementSet truth);

  /** Draws an operator with its habits. */
  static Operator draw(Draws draws, ElementSet start) {
    OrbitRegime regime = OrbitRegime.of(start);
    return regime == OrbitRegime.GEO
        ? new LongitudeKeeper(draws, start)
        : new OrbitKeeper(draws, start, regime);
  }
}

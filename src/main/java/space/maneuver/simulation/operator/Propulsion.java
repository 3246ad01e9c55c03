package space.maneuver.simulation.operator;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.simulation.orbit.Draws;

/** What an object can change its orbit with. */
public enum Propulsion {
  NONE,
  CHEMICAL,
  ELECTRIC;

  /** Draws the operator of a satellite and its habits; null for an object without one. */
  public @Nullable Operator operator(Draws draws, ElementSet start) {
    return switch (this) {
      case NONE -> null;
      case CHEMICAL -> Operator.draw(draws, start);
      case ELECTRIC -> new ElectricKeeper(draws, start);
    };
  }
}

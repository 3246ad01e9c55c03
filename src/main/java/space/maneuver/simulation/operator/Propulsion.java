package space.maneuver.simulation.operator;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.simulation.orbit.Draws;

/** The propulsion of an object. */
public enum Propulsion {
  NONE,
  CHEMICAL,
  ELECTRIC;

  /** Draws an operator with its habits; null without propulsion. */
  public @Nullable Operator operator(Draws draws, ElementSet start) {
    return switch (this) {
      case NONE -> null;
      case CHEMICAL -> Operator.draw(draws, start);
      case ELECTRIC -> new ElectricKeeper(draws, start);
    };
  }
}

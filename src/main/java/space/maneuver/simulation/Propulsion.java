package space.maneuver.simulation;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;

/** What an object can change its orbit with. */
enum Propulsion {
  NONE,
  CHEMICAL,
  ELECTRIC;

  /** Draws the operator of a satellite and its habits; null for an object without one. */
  @Nullable Operator operator(Draws draws, ElementSet start) {
    return switch (this) {
      case NONE -> null;
      case CHEMICAL -> Operator.draw(draws, start);
      case ELECTRIC -> new ElectricKeeper(draws, start);
    };
  }
}

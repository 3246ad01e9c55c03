package space.maneuver.orbit.format;

import java.util.function.DoublePredicate;

/** The numbers of an element set that have bounds, with the bounds in the catalogues' units. */
enum Quantity {
  MEAN_MOTION("mean motion", "above 0 and at most 20 rev/day", n -> n > 0 && n <= 20),
  ECCENTRICITY("eccentricity", "at least 0 and below 1", e -> e >= 0 && e < 1),
  INCLINATION("inclination", "between 0 and 180 deg", i -> i >= 0 && i <= 180),
  RIGHT_ASCENSION("right ascension", "between 0 and 360 deg", Quantity::isTurn),
  ARGUMENT_OF_PERIGEE("argument of perigee", "between 0 and 360 deg", Quantity::isTurn),
  MEAN_ANOMALY("mean anomaly", "between 0 and 360 deg", Quantity::isTurn),
  /** What a two-line element set can hold. */
  B_STAR("B*", "between -1e9 and 1e9 1/Earth radii", b -> Math.abs(b) <= 1e9);

  private final String label;
  private final String bounds;
  private final DoublePredicate within;

  Quantity(String label, String bounds, DoublePredicate within) {
    this.label = label;
    this.bounds = bounds;
    this.within = within;
  }

  /** What rejections of a two-line element set call it. */
  String label() {
    return label;
  }

  boolean admits(double value) {
    return within.test(value);
  }

  /** Why a value outside the bounds is refused. */
  String refusal() {
    return "must be " + bounds;
  }

  private static boolean isTurn(double degrees) {
    return degrees >= 0 && degrees <= 360;
  }
}

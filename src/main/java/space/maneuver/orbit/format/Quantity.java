package space.maneuver.orbit.format;

import java.util.function.DoublePredicate;
import space.maneuver.orbit.ElementSet;

/** The bounded quantities of an element set, with their bounds in the catalogues' units. */
enum Quantity {
  MEAN_MOTION("mean motion", "above 0 and at most 20 rev/day", n -> n > 0 && n <= 20),
  ECCENTRICITY("eccentricity", "at least 0 and below 1", e -> e >= 0 && e < 1),
  INCLINATION("inclination", "between 0 and 180 deg", i -> i >= 0 && i <= 180),
  RIGHT_ASCENSION("right ascension", "between 0 and 360 deg", Quantity::isTurn),
  ARGUMENT_OF_PERIGEE("argument of perigee", "between 0 and 360 deg", Quantity::isTurn),
  MEAN_ANOMALY("mean anomaly", "between 0 and 360 deg", Quantity::isTurn),
  /** The range that a two-line element set can represent. */
  B_STAR("B*", "between -1e9 and 1e9 1/Earth radii", b -> Math.abs(b) <= 1e9);

  private final String label;
  private final String bounds;
  private final DoublePredicate within;

  Quantity(String label, String bounds, DoublePredicate within) {
    this.label = label;
    this.bounds = bounds;
    this.within = within;
  }

  /** Name of the field in a two-line element set. */
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

  /**
   * Converts between the catalogues' units (revolutions, days, degrees) and those of {@link
   * ElementSet}. All formats use these conversions, so that an element set has the same bits in
   * whichever format it was read. Minus zero becomes zero.
   */
  static final class CatalogueUnits {

    private static final double HALF_DAY = 43_200.0;
    private static final double DOT = 1.86624e9;
    private static final double DOT_DOT = 5.3747712e13;

    private CatalogueUnits() {}

    /** rev/day to rad/s. */
    static double meanMotion(double published) {
      return published * Math.PI / HALF_DAY;
    }

    /** Half the first derivative as published, rev/day2, to the derivative, rad/s2. */
    static double meanMotionDot(double published) {
      return published * Math.PI / DOT + 0.0;
    }

    /** A sixth of the second derivative as published, rev/day3, to the derivative, rad/s3. */
    static double meanMotionDotDot(double published) {
      return published * Math.PI / DOT_DOT + 0.0;
    }

    /** Degrees to radians. */
    static double angle(double degrees) {
      return Math.toRadians(degrees) + 0.0;
    }

    static double publishedMeanMotion(double radiansPerSecond) {
      return radiansPerSecond * HALF_DAY / Math.PI;
    }

    static double publishedMeanMotionDot(double derivative) {
      return derivative * DOT / Math.PI;
    }

    static double publishedMeanMotionDotDot(double derivative) {
      return derivative * DOT_DOT / Math.PI;
    }
  }
}

package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;

/**
 * Between the catalogues' units (revolutions, days, degrees) and those of {@link ElementSet}. Every
 * format converts here, so that one element set has the same bits whatever it came in. Minus zero
 * becomes zero.
 */
final class CatalogueUnits {

  private static final double HALF_DAY = 43_200.0;
  private static final double DOT = 1.86624e9;
  private static final double DOT_DOT = 5.3747712e13;

  private CatalogueUnits() {}

  /** rev/day to rad/s. */
  static double meanMotion(double published) {
    return published * Math.PI / HALF_DAY;
  }

  /** The published half of the first derivative, rev/day2, to the derivative, rad/s2. */
  static double meanMotionDot(double published) {
    return published * Math.PI / DOT + 0.0;
  }

  /** The published sixth of the second derivative, rev/day3, to the derivative, rad/s3. */
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

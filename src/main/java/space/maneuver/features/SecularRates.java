package space.maneuver.features;

import space.maneuver.orbit.ElementSet;

/** First-order secular rates by the oblateness of the Earth, constants of WGS-72. */
public final class SecularRates {

  /** Earth's equatorial radius, km. */
  private static final double EARTH_RADIUS = 6378.135;

  private static final double J2 = 0.001082616;

  private SecularRates() {}

  /**
   * Rate of the right ascension of the ascending node, -3/2 n J2 (Re/p)^2 cos i, rad/s (Vallado,
   * Fundamentals of Astrodynamics, 9.6).
   */
  public static double node(ElementSet elements) {
    double p = elements.semiMajorAxis() * (1 - elements.eccentricity() * elements.eccentricity());
    double ratio = EARTH_RADIUS / p;
    return -1.5 * elements.meanMotion() * J2 * ratio * ratio * Math.cos(elements.inclination());
  }
}

package space.maneuver.orbit;

import space.maneuver.math.Wgs72;

/** First-order secular rates due to the oblateness of the Earth, with the constants of WGS-72. */
public final class SecularRates {

  private SecularRates() {}

  /**
   * Rate of the right ascension of the ascending node, -3/2 n J2 (Re/p)^2 cos i, rad/s (Vallado,
   * Fundamentals of Astrodynamics, 9.6).
   */
  public static double node(ElementSet elements) {
    return -1.5 * oblateness(elements) * Math.cos(elements.inclination());
  }

  /**
   * Rate of the argument of perigee, 3/4 n J2 (Re/p)^2 (4 - 5 sin2 i), rad/s (Vallado, Fundamentals
   * of Astrodynamics, 9.6).
   */
  public static double perigee(ElementSet elements) {
    double sine = Math.sin(elements.inclination());
    return 0.75 * oblateness(elements) * (4 - 5 * sine * sine);
  }

  private static double oblateness(ElementSet elements) {
    double p = elements.semiMajorAxis() * (1 - elements.eccentricity() * elements.eccentricity());
    double ratio = Wgs72.EARTH_RADIUS / p;
    return elements.meanMotion() * Wgs72.J2 * ratio * ratio;
  }
}

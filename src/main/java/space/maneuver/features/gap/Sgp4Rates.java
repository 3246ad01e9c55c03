package space.maneuver.features.gap;

import space.maneuver.orbit.ElementSet;

/**
 * Secular rates of SGP4 by the zonal harmonics J2 and J4, constants of WGS-72 (Hoots and Roehrich,
 * Spacetrack Report #3, 1980; Vallado et al., Revisiting Spacetrack Report #3, 2006).
 *
 * @param latitude rate of the mean argument of latitude, mean anomaly + argument of perigee, rad/d
 * @param node rate of the right ascension of the ascending node, rad/d
 */
record Sgp4Rates(double latitude, double node) {

  private static final double EARTH_RADIUS = 6378.135;
  private static final double J2 = 0.001082616;
  private static final double J4 = -0.00000165597;
  private static final double SECONDS_PER_DAY = 86_400;

  static Sgp4Rates of(ElementSet elements) {
    double cos = Math.cos(elements.inclination());
    double c2 = cos * cos;
    double c4 = c2 * c2;
    double beta2 = 1 - elements.eccentricity() * elements.eccentricity();
    double beta = Math.sqrt(beta2);

    double n = brouwerMeanMotion(elements, 0.75 * J2 * (3 * c2 - 1) / (beta * beta2));
    double p = axis(n) * beta2;
    double q1 = 1.5 * J2 * n / (p * p);
    double q2 = 0.5 * q1 * J2 / (p * p);
    double q3 = -0.46875 * J4 * n / (p * p * p * p);

    double anomaly =
        n + 0.5 * q1 * beta * (3 * c2 - 1) + 0.0625 * q2 * beta * (13 - 78 * c2 + 137 * c4);
    double perigee =
        -0.5 * q1 * (1 - 5 * c2)
            + 0.0625 * q2 * (7 - 114 * c2 + 395 * c4)
            + q3 * (3 - 36 * c2 + 49 * c4);
    double node = cos * (-q1 + 0.5 * q2 * (4 - 19 * c2) + 2 * q3 * (3 - 7 * c2));
    return new Sgp4Rates((anomaly + perigee) * SECONDS_PER_DAY, node * SECONDS_PER_DAY);
  }

  /** Brouwer's mean motion of Kozai's, rad/s. */
  private static double brouwerMeanMotion(ElementSet elements, double d1) {
    double a1 = axis(elements.meanMotion());
    double d = d1 / (a1 * a1);
    double a0 = a1 * (1 - d * d - d * (1.0 / 3 + 134 * d * d / 81));
    return elements.meanMotion() / (1 + d1 / (a0 * a0));
  }

  /** Semi-major axis in Earth radii. */
  private static double axis(double meanMotion) {
    return Math.cbrt(ElementSet.MU / (meanMotion * meanMotion)) / EARTH_RADIUS;
  }
}

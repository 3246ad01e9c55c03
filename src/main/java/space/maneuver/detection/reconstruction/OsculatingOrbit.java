package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.Nullable;
import org.orekit.orbits.EquinoctialOrbit;

/**
 * What is asked of an osculating orbit again and again, in equinoctial elements.
 *
 * @param semiMajorAxis m
 * @param eccentricity 1
 * @param hx first component of the inclination vector, tan(i/2) cos(node)
 * @param hy second component of the inclination vector, tan(i/2) sin(node)
 * @param meanLongitude rad
 * @param meanMotion by Kepler's third law, rad/s
 */
record OsculatingOrbit(
    double semiMajorAxis,
    double eccentricity,
    double hx,
    double hy,
    double meanLongitude,
    double meanMotion) {

  /** Null when it is not an ellipse. */
  static @Nullable OsculatingOrbit of(EquinoctialOrbit orbit) {
    if (!(orbit.getA() > 0)) {
      return null;
    }
    double meanLongitude = orbit.getLM();
    return Double.isFinite(meanLongitude)
        ? new OsculatingOrbit(
            orbit.getA(),
            orbit.getE(),
            orbit.getHx(),
            orbit.getHy(),
            meanLongitude,
            orbit.getKeplerianMeanMotion())
        : null;
  }
}

package space.maneuver.detection;

import org.orekit.orbits.EquinoctialOrbit;

/**
 * An orbit less another one at the same time. Differences of osculating orbits are those of mean
 * orbits, as short-period terms cancel, and no term of the orbital period is left in them: two
 * orbits that part in a burn along the track are {@code alongTrack} = 0 apart at the burn only.
 *
 * @param alongTrack of the mean longitude, counted from a departure point that does not turn about
 *     the normal, times the semi-major axis, km; within half a turn
 * @param semiMajorAxis km
 * @param eccentricity of the eccentricity vector, towards the node, 1
 * @param eccentricityAhead the same 90 degrees ahead of the node, 1
 * @param tilt about the node: of the inclination, rad
 * @param tiltAhead about the direction ahead: of the node's right ascension, times sin i, rad
 */
record OrbitDifference(
    double alongTrack,
    double semiMajorAxis,
    double eccentricity,
    double eccentricityAhead,
    double tilt,
    double tiltAhead) {

  private static final double KM = 1e-3;

  static OrbitDifference between(EquinoctialOrbit orbit, EquinoctialOrbit other) {
    double q = other.getHx();
    double p = other.getHy();
    double dq = orbit.getHx() - q;
    double dp = orbit.getHy() - p;
    double scale = 2 / (1 + q * q + p * p);
    double turn = scale * (q * dp - p * dq);
    double longitude = Math.IEEEremainder(orbit.getLM() - other.getLM(), 2 * Math.PI);
    double dx =
        orbit.getEquinoctialEx() - other.getEquinoctialEx() + turn * other.getEquinoctialEy();
    double dy =
        orbit.getEquinoctialEy() - other.getEquinoctialEy() - turn * other.getEquinoctialEx();
    double node = Math.atan2(p, q);
    double cos = Math.cos(node);
    double sin = Math.sin(node);
    return new OrbitDifference(
        (longitude - turn) * other.getA() * KM,
        (orbit.getA() - other.getA()) * KM,
        cos * dx + sin * dy,
        cos * dy - sin * dx,
        scale * (cos * dq + sin * dp),
        scale * (cos * dp - sin * dq));
  }
}

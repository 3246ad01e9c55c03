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
 */
record OrbitDifference(double alongTrack, double semiMajorAxis) {

  private static final double KM = 1e-3;

  static OrbitDifference between(EquinoctialOrbit orbit, EquinoctialOrbit other) {
    double q = other.getHx();
    double p = other.getHy();
    double dq = orbit.getHx() - q;
    double dp = orbit.getHy() - p;
    double turn = 2 * (q * dp - p * dq) / (1 + q * q + p * p);
    double longitude = Math.IEEEremainder(orbit.getLM() - other.getLM(), 2 * Math.PI);
    return new OrbitDifference(
        (longitude - turn) * other.getA() * KM, (orbit.getA() - other.getA()) * KM);
  }
}

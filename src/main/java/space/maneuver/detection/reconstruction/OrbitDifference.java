package space.maneuver.detection.reconstruction;

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

  static OrbitDifference between(OsculatingOrbit orbit, OsculatingOrbit other) {
    double q = other.hx();
    double p = other.hy();
    double dq = orbit.hx() - q;
    double dp = orbit.hy() - p;
    double turn = 2 * (q * dp - p * dq) / (1 + q * q + p * p);
    double longitude =
        Math.IEEEremainder(orbit.meanLongitude() - other.meanLongitude(), 2 * Math.PI);
    return new OrbitDifference(
        (longitude - turn) * other.semiMajorAxis() * KM,
        (orbit.semiMajorAxis() - other.semiMajorAxis()) * KM);
  }
}

package space.maneuver.simulation.orbit;

import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;

/** Draws orbits typical of each regime. */
public final class OrbitDraw {

  private static final double SUN_SYNCHRONOUS_RATE = 2 * Math.PI / 365.2422 / Days.SECONDS;
  private static final double GEOSTATIONARY = 1.00271;

  private final Draws draws;
  private final int noradId;
  private final String name;
  private final ObjectClass objectClass;
  private final long ticks;

  /**
   * * Prepares to draw orbits of one object.
   *
   * @param ticks epoch of the orbits
   */
  public OrbitDraw(Draws draws, int noradId, String name, ObjectClass objectClass, long ticks) {
    this.draws = draws;
    this.noradId = noradId;
    this.name = name;
    this.objectClass = objectClass;
    this.ticks = ticks;
  }

  /** Draws an orbit of a regime. */
  public ElementSet draw(OrbitRegime regime) {
    return switch (regime) {
      case LEO -> low();
      case GEO -> geostationary();
      case MEO -> medium();
      case HEO -> eccentric();
    };
  }

  /**
   * Returns the sun-synchronous inclination, rad, of a circular orbit under the secular effect of
   * J2.
   */
  static double sunSynchronous(double semiMajorAxis) {
    double meanMotion = Math.sqrt(Wgs72.MU / Math.pow(semiMajorAxis, 3));
    double ratio = Wgs72.EARTH_RADIUS / semiMajorAxis;
    return Math.acos(-SUN_SYNCHRONOUS_RATE / (1.5 * Wgs72.J2 * meanMotion * ratio * ratio));
  }

  private ElementSet low() {
    double altitude;
    double inclination;
    if (draws.chance(0.45)) {
      altitude = draws.uniform(520, 1000);
      inclination = sunSynchronous(Wgs72.EARTH_RADIUS + altitude);
    } else if (draws.chance(0.4)) {
      altitude = draws.uniform(1100, 1450);
      inclination = Math.toRadians(draws.uniform(55, 95));
    } else {
      altitude = draws.uniform(500, 1300);
      inclination = Math.toRadians(draws.uniform(25, 102));
    }
    double eccentricity =
        draws.chance(0.8) ? draws.logUniform(5e-5, 1.5e-3) : draws.logUniform(1.5e-3, 1e-2);
    double bStar = altitude < 700 ? draws.logUniform(2e-5, 3e-4) : draws.logUniform(3e-6, 2e-4);
    return elements(
        meanMotion(Wgs72.EARTH_RADIUS + altitude), eccentricity, inclination, draws.angle(), bStar);
  }

  private ElementSet geostationary() {
    boolean kept = objectClass == ObjectClass.PAYLOAD && draws.chance(0.6);
    double inclination = kept ? draws.uniform(0.01, 0.1) : draws.uniform(0.1, 8);
    return elements(
        GEOSTATIONARY * 2 * Math.PI / Days.SECONDS,
        draws.logUniform(2e-5, 6e-4),
        Math.toRadians(inclination),
        draws.angle(),
        0);
  }

  private ElementSet medium() {
    return elements(
        draws.uniform(1.69, 2.14) * 2 * Math.PI / Days.SECONDS,
        draws.logUniform(1e-4, 1.5e-2),
        Math.toRadians(draws.uniform(53, 66)),
        draws.angle(),
        0);
  }

  private ElementSet eccentric() {
    double semiMajorAxis = draws.chance(0.5) ? 26_560 : draws.uniform(18_000, 30_000);
    double perigeeRadius = Wgs72.EARTH_RADIUS + draws.uniform(700, 3000);
    boolean critical = draws.chance(0.6);
    return elements(
        meanMotion(semiMajorAxis),
        1 - perigeeRadius / semiMajorAxis,
        Math.toRadians(critical ? draws.uniform(62, 65) : draws.uniform(4, 30)),
        critical ? Math.toRadians(draws.uniform(260, 285)) : draws.angle(),
        0);
  }

  private static double meanMotion(double semiMajorAxis) {
    return Math.sqrt(Wgs72.MU / Math.pow(semiMajorAxis, 3));
  }

  private ElementSet elements(
      double meanMotion, double eccentricity, double inclination, double perigee, double bStar) {
    return new ElementSet(
        noradId,
        name,
        null,
        objectClass,
        ticks,
        meanMotion,
        eccentricity,
        inclination,
        draws.angle(),
        Angles.turn(perigee),
        draws.angle(),
        bStar,
        0,
        0,
        0,
        1);
  }
}

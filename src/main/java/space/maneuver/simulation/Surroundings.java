package space.maneuver.simulation;

import java.time.Instant;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;

/**
 * Forces that SGP4 leaves out and that therefore show in every real history: the varying density of
 * the atmosphere, the pull of the third zonal harmonic on a low orbit's perigee, the pressure of
 * sunlight on a high one's, and slow drifts of a low orbit's plane.
 */
final class Surroundings {

  private static final double EARTH_RADIUS = 6378.135;
  private static final double J2 = 1.082616e-3;
  private static final double J3 = -2.53881e-6;
  private static final double YEAR = 365.2422;
  private static final double SOLAR_ROTATION = 27;
  private static final double EQUINOX_DAY = days(Instant.parse("2000-03-20T07:35:00Z"));

  private final Draws draws;
  private final boolean low;
  private final double meanBStar;
  private final double memory;
  private final double activitySpread;
  private final double rotationSpread;
  private final double rotationPhase;
  private final double sunlight;
  private final double planeDrift;
  private final double planePeriod;
  private double activity;

  Surroundings(Draws draws, ElementSet start) {
    this.draws = draws;
    this.low = OrbitRegime.of(start) == OrbitRegime.LEO;
    this.meanBStar = start.bStar();
    this.memory = draws.uniform(20, 150);
    this.activitySpread = draws.uniform(0.1, 0.5);
    this.rotationSpread = draws.uniform(0, 0.35);
    this.rotationPhase = draws.angle();
    this.sunlight = low ? 0 : draws.logUniform(5e-5, 6e-4);
    this.planeDrift = low ? Math.toRadians(draws.logUniform(1e-6, 1e-4)) : 0;
    this.planePeriod = draws.uniform(60, YEAR);
    this.activity = draws.normal();
  }

  /** B* that gives the drag of the following days, 1/earth radii. */
  double bStar(double day, double elapsed) {
    double kept = Math.exp(-elapsed / memory);
    activity = kept * activity + Math.sqrt(1 - kept * kept) * draws.normal();
    double rotation = Math.sin(2 * Math.PI * day / SOLAR_ROTATION + rotationPhase);
    return meanBStar * Math.exp(activitySpread * activity + rotationSpread * rotation);
  }

  /** What the forces do within a time; {@code elapsed} in days up to {@code elements}' epoch. */
  Deviation effect(ElementSet elements, double elapsed) {
    double day = elements.epochDays();
    if (low) {
      double tilt = planeDrift * elapsed * Math.sin(2 * Math.PI * day / planePeriod);
      double lift = frozenRate(elements) * elapsed * Ticks.SECONDS_PER_DAY;
      return new Deviation(0, 0, lift, 0, tilt, 0.5 * tilt);
    }
    double ahead = 2 * Math.PI * (day - EQUINOX_DAY) / YEAR + Math.PI / 2;
    double step = sunlight * 2 * Math.PI / YEAR * elapsed;
    double fromNode = ahead - elements.rightAscension();
    return new Deviation(0, 0, step * Math.cos(fromNode), step * Math.sin(fromNode), 0, 0);
  }

  /**
   * Rate of the eccentricity vector along the node that makes it turn about the frozen one, 1/s:
   * perigee's rate by J2 times -J3/(2 J2) (R/a) sin i (Cook 1966).
   */
  private static double frozenRate(ElementSet elements) {
    double ratio = EARTH_RADIUS / elements.semiMajorAxis();
    double sin = Math.sin(elements.inclination());
    double perigeeRate = 1.5 * J2 * elements.meanMotion() * ratio * ratio * (2 - 2.5 * sin * sin);
    return perigeeRate * -J3 / (2 * J2) * ratio * sin;
  }

  private static double days(Instant instant) {
    return Ticks.days(ElementSet.ticks(instant));
  }
}

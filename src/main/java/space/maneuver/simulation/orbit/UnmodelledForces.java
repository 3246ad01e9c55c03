package space.maneuver.simulation.orbit;

import java.time.Instant;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;

/**
 * Forces that SGP4 does not model and that therefore show in every real history: varying
 * atmospheric density, solar radiation pressure on high orbits and slow drifts of the plane of low
 * orbits.
 */
public final class UnmodelledForces {

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

  /** Draws the forces on an object with a given initial orbit. */
  public UnmodelledForces(Draws draws, ElementSet start) {
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

  /**
   * Draws the B* of the following days, 1/Earth radii; {@code elapsed} is the time since the last
   * draw, d.
   */
  public double bStar(double day, double elapsed) {
    double kept = Math.exp(-elapsed / memory);
    activity = kept * activity + Math.sqrt(1 - kept * kept) * draws.normal();
    double rotation = Math.sin(2 * Math.PI * day / SOLAR_ROTATION + rotationPhase);
    return meanBStar * Math.exp(activitySpread * activity + rotationSpread * rotation);
  }

  /**
   * Returns the effect of the forces over the last {@code elapsed} days before the epoch of {@code
   * elements}.
   */
  public Deviation effect(ElementSet elements, double elapsed) {
    double day = elements.epochDays();
    if (low) {
      double tilt = planeDrift * elapsed * Math.sin(2 * Math.PI * day / planePeriod);
      return new Deviation(0, 0, 0, 0, tilt, 0.5 * tilt);
    }
    double ahead = 2 * Math.PI * (day - EQUINOX_DAY) / YEAR + Math.PI / 2;
    double step = sunlight * 2 * Math.PI / YEAR * elapsed;
    double fromNode = ahead - elements.rightAscension();
    return new Deviation(0, 0, step * Math.cos(fromNode), step * Math.sin(fromNode), 0, 0);
  }

  private static double days(Instant instant) {
    return Ticks.days(Ticks.of(instant));
  }
}

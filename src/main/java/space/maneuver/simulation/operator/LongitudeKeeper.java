package space.maneuver.simulation.operator;

import java.util.List;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.MeanOrbit;
import space.maneuver.simulation.orbit.Thrust;
import space.maneuver.simulation.orbit.TrueOrbit;

/**
 * Station-keeping of a geostationary satellite: east-west (in-track) against the triaxiality of the
 * Earth and, for about half of the satellites, north-south (cross-track) against Sun and Moon, with
 * an occasional relocation to another longitude.
 */
final class LongitudeKeeper implements Operator {

  private static final double SIDEREAL_RATE = 2 * Math.PI * 1.00273790935;
  private static final double SMALLEST = 2e-3;
  private static final double LARGEST_PLANE_CHANGE = 3;
  private static final double LARGEST_ECCENTRICITY = 4e-4;
  private static final double MISALIGNMENT = 0.02;

  private final Draws draws;
  private final Schedule schedule;
  private final double northSouthShare;
  private final double radialShare;
  private final double moveShare;
  private final double sloppiness;
  private final double leastTilt;
  private double meridian;

  LongitudeKeeper(Draws draws, ElementSet start) {
    this.draws = draws;
    this.schedule = new Schedule(draws, draws.logUniform(7, 60));
    boolean inEquator = start.inclination() < Math.toRadians(0.12);
    this.northSouthShare = inEquator ? draws.uniform(0.1, 0.6) : 0;
    this.radialShare = draws.chance(0.2) ? draws.uniform(0, 0.1) : 0;
    this.moveShare = draws.chance(0.3) ? draws.uniform(0, 0.03) : 0;
    this.sloppiness = draws.logUniform(0.02, 0.4);
    this.leastTilt = Math.toRadians(draws.uniform(0.005, 0.05));
    this.meridian = longitude(start);
  }

  @Override
  public double pause() {
    return schedule.next();
  }

  @Override
  public SimulatedManeuver maneuver(ElementSet truth) {
    if (draws.chance(northSouthShare)) {
      return northSouth(truth);
    }
    if (draws.chance(radialShare)) {
      double size = draws.logUniform(0.02, 0.3);
      return single(truth, draws.angle(), draws.chance(0.5) ? size : -size, 0, 0);
    }
    if (draws.chance(moveShare)) {
      meridian += draws.normal() * Math.toRadians(10);
    }
    return eastWest(truth);
  }

  /** Changes the drift so that the satellite is back at its longitude at the next maneuver. */
  private SimulatedManeuver eastWest(ElementSet truth) {
    double days = 1.2 * schedule.mean();
    ElementSet later = TrueOrbit.advanced(truth, truth.epochTicks() + Ticks.ofDays(days));
    double missing = Angles.halfTurn(meridian - longitude(later));
    double driftChange = missing / (days * Days.SECONDS);
    double size = -1000 * truth.semiMajorAxis() * driftChange / 3 * draws.factor(sloppiness);
    double enough = Math.copySign(Math.max(Math.abs(size), SMALLEST), size);
    return single(truth, roundingPoint(truth, enough), 0, enough, 0);
  }

  /**
   * Returns the argument of latitude where an along-track burn lowers an excessive eccentricity.
   */
  private double roundingPoint(ElementSet truth, double size) {
    if (truth.eccentricity() < LARGEST_ECCENTRICITY) {
      return draws.angle();
    }
    double apsis = truth.argumentOfPerigee() + (size > 0 ? Math.PI : 0);
    return apsis + 0.3 * draws.normal();
  }

  /** Lowers the inclination to the smallest value that the operator aims for. */
  private SimulatedManeuver northSouth(ElementSet truth) {
    double excess = Math.max(truth.inclination() - leastTilt, leastTilt / 5);
    double speed = 1000 * truth.semiMajorAxis() * truth.meanMotion();
    double size = Math.min(speed * excess, LARGEST_PLANE_CHANGE) * draws.factor(0.1);
    boolean ascending = draws.chance(0.5);
    return single(truth, ascending ? 0 : Math.PI, 0, 0, ascending ? -size : size);
  }

  private SimulatedManeuver single(
      ElementSet truth, double angle, double radial, double along, double cross) {
    double slip =
        MISALIGNMENT * Math.sqrt(radial * radial + along * along + cross * cross) * draws.normal();
    Thrust thrust =
        new Thrust(
            OrbitTiming.atLatitudeArgument(truth, angle),
            radial + slip,
            along + (cross == 0 ? 0 : slip),
            cross + (cross == 0 ? slip : 0));
    return SimulatedManeuver.of(List.of(thrust), draws);
  }

  /** Returns the mean east longitude up to a constant, rad. */
  private static double longitude(ElementSet elements) {
    double day = elements.epochDays();
    return MeanOrbit.of(elements).longitude()
        - SIDEREAL_RATE * (day - Math.floor(day))
        - (SIDEREAL_RATE - 2 * Math.PI) * Math.floor(day);
  }
}

package space.maneuver.simulation.operator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Keeps the semi-major axis against drag, changes it occasionally, and corrects plane and shape:
 * in-track, cross-track and radial burns, single or in pairs half a revolution apart, collision
 * avoidance with return, transfers in several steps.
 */
final class OrbitKeeper implements Operator {

  private static final double LARGEST_CORRECTION = 2;
  private static final double MISALIGNMENT = 0.02;

  private final Draws draws;
  private final Schedule schedule;
  private final double usual;
  private final double usualCross;
  private final double crossShare;
  private final double radialShare;
  private final double pairShare;
  private final double avoidanceShare;
  private final double transferShare;
  private final boolean eccentric;
  private final Deque<Double> remaining = new ArrayDeque<>();
  private double wanted;

  OrbitKeeper(Draws draws, ElementSet start, OrbitRegime regime) {
    boolean low = regime == OrbitRegime.LEO;
    this.draws = draws;
    this.schedule = new Schedule(draws, low ? draws.logUniform(6, 100) : draws.logUniform(25, 250));
    this.wanted = start.semiMajorAxis();
    this.usual = low ? draws.logUniform(2e-3, 0.2) : draws.logUniform(1e-2, 1);
    this.usualCross = draws.logUniform(1e-2, 3);
    this.crossShare = draws.chance(0.5) ? draws.uniform(0.02, 0.3) : 0;
    this.radialShare = draws.chance(0.3) ? draws.uniform(0.02, 0.15) : 0;
    this.pairShare = draws.chance(0.5) ? draws.uniform(0, 0.8) : 0;
    this.avoidanceShare = draws.chance(0.4) ? draws.uniform(0, 0.08) : 0;
    this.transferShare = draws.chance(0.3) ? draws.uniform(0, 0.06) : 0;
    this.eccentric = regime == OrbitRegime.HEO;
  }

  @Override
  public double pause() {
    return remaining.isEmpty() ? schedule.next() : draws.uniform(0.5, 3);
  }

  @Override
  public SimulatedManeuver maneuver(ElementSet truth) {
    if (!remaining.isEmpty()) {
      return single(truth, draws.angle(), 0, remaining.removeFirst(), 0);
    }
    if (draws.chance(crossShare)) {
      return single(truth, draws.pick(List.of(0.0, Math.PI)), 0, 0, signed(usualCross));
    }
    if (draws.chance(radialShare)) {
      return single(truth, draws.angle(), signed(2 * usual), 0, 0);
    }
    if (draws.chance(avoidanceShare)) {
      double away = signed(usual);
      remaining.add(-away);
      return single(truth, draws.angle(), 0, away, 0);
    }
    if (draws.chance(transferShare)) {
      return transfer(truth);
    }
    return draws.chance(pairShare)
        ? pair(truth, size(truth))
        : single(truth, draws.angle(), 0, size(truth), 0);
  }

  /** Starts a transfer to another semi-major axis in several steps. */
  private SimulatedManeuver transfer(ElementSet truth) {
    double total = signed(draws.logUniform(0.2, 50));
    int steps = (int) draws.logUniform(1, 7);
    for (int i = 1; i < steps; i++) {
      remaining.add(total / steps);
    }
    wanted += total / perKilometre(truth);
    return single(truth, draws.angle(), 0, total / steps, 0);
  }

  private SimulatedManeuver pair(ElementSet truth, double size) {
    long first = point(truth, draws.angle());
    long second = first + OrbitTiming.revolutions(truth, eccentric ? 1 : 0.5);
    return SimulatedManeuver.of(
        List.of(thrust(first, 0, size / 2, 0), thrust(second, 0, size / 2, 0)), draws);
  }

  /** Returns an along-track delta-v, m/s: back to the target semi-major axis, or the usual size. */
  private double size(ElementSet truth) {
    double missing = (wanted - truth.semiMajorAxis()) * perKilometre(truth);
    if (Math.abs(missing) > 3 * usual) {
      double correction = missing * draws.uniform(0.5, 1.1);
      return Math.max(-LARGEST_CORRECTION, Math.min(LARGEST_CORRECTION, correction));
    }
    double chosen = usual * draws.factor(0.5);
    return draws.chance(missing > 0 ? 0.95 : 0.35) ? chosen : -chosen;
  }

  /** Returns the along-track delta-v that raises a circular orbit by 1 km, m/s. */
  private static double perKilometre(ElementSet truth) {
    return 1000 * truth.meanMotion() / 2;
  }

  private SimulatedManeuver single(
      ElementSet truth, double angle, double radial, double along, double cross) {
    return SimulatedManeuver.of(List.of(thrust(point(truth, angle), radial, along, cross)), draws);
  }

  /** Returns the time of the burn, ticks; eccentric orbits are changed at their apsides. */
  private long point(ElementSet truth, double angle) {
    return eccentric
        ? OrbitTiming.atMeanAnomaly(truth, draws.pick(List.of(0.0, Math.PI)))
        : OrbitTiming.atLatitudeArgument(truth, angle);
  }

  private Thrust thrust(long ticks, double radial, double along, double cross) {
    double slip = MISALIGNMENT * Math.sqrt(radial * radial + along * along + cross * cross);
    return new Thrust(
        ticks,
        radial + slip * draws.normal(),
        along + 0.2 * slip * draws.normal(),
        cross + slip * draws.normal());
  }

  private double signed(double size) {
    return draws.chance(0.5) ? size * draws.factor(0.5) : -size * draws.factor(0.5);
  }
}

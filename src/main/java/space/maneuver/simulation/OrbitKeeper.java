package space.maneuver.simulation;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;

/**
 * Keeps the size of an orbit against drag, changes it now and then, and corrects plane and shape:
 * in-track, cross-track and radial burns, single or in pairs half a revolution apart, with returns
 * after avoided collisions.
 */
final class OrbitKeeper implements Operator {

  private static final double LARGEST_CORRECTION = 2;
  private static final double MISALIGNMENT = 0.02;

  private final Draws draws;
  private final Schedule schedule;
  private final double wanted;
  private final double usual;
  private final double usualCross;
  private final double crossShare;
  private final double radialShare;
  private final double pairShare;
  private final double avoidanceShare;
  private final double transferShare;
  private final boolean eccentric;
  private double owed;

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
    return owed == 0 ? schedule.next() : draws.uniform(0.6, 3);
  }

  @Override
  public Maneuver maneuver(ElementSet truth) {
    if (owed == 0 && draws.chance(crossShare)) {
      return single(truth, draws.pick(List.of(0.0, Math.PI)), 0, 0, signed(usualCross));
    }
    if (owed == 0 && draws.chance(radialShare)) {
      return single(truth, draws.angle(), signed(2 * usual), 0, 0);
    }
    return alongTrack(truth);
  }

  private Maneuver alongTrack(ElementSet truth) {
    double size = size(truth);
    if (!draws.chance(pairShare)) {
      return single(truth, draws.angle(), 0, size, 0);
    }
    long first = point(truth, draws.angle());
    long second = first + Aim.revolutions(truth, 0.5 + (eccentric ? 0.5 : 0));
    return Maneuver.of(
        new ArrayList<>(List.of(thrust(first, 0, size / 2, 0), thrust(second, 0, size / 2, 0))),
        draws);
  }

  /** Delta-v along the track, m/s: back to the wanted size of the orbit, or by choice. */
  private double size(ElementSet truth) {
    if (owed != 0) {
      double back = owed;
      owed = 0;
      return back;
    }
    double metresPerSecond = 1000 * truth.meanMotion() / 2;
    double missing = (wanted - truth.semiMajorAxis()) * metresPerSecond;
    if (draws.chance(avoidanceShare)) {
      owed = -signed(usual);
      return -owed;
    }
    if (draws.chance(transferShare)) {
      return signed(draws.logUniform(0.2, 20));
    }
    double chosen = usual * draws.factor(0.5);
    if (Math.abs(missing) > 3 * usual) {
      double correction = missing * draws.uniform(0.5, 1.1);
      return Math.max(-LARGEST_CORRECTION, Math.min(LARGEST_CORRECTION, correction));
    }
    return draws.chance(missing > 0 ? 0.95 : 0.35) ? chosen : -chosen;
  }

  private Maneuver single(
      ElementSet truth, double angle, double radial, double along, double cross) {
    return Maneuver.of(List.of(thrust(point(truth, angle), radial, along, cross)), draws);
  }

  /** Eccentric orbits are changed at their apsides. */
  private long point(ElementSet truth, double angle) {
    return eccentric
        ? Aim.atMeanAnomaly(truth, draws.pick(List.of(0.0, Math.PI)))
        : Aim.atLatitudeArgument(truth, angle);
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

package space.maneuver.simulation.operator;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Keeps or changes the semi-major axis by along-track low thrust for hours to weeks: electric
 * propulsion with ion or Hall thrusters of 20 to 500 mN per tonne.
 */
final class ElectricKeeper implements Operator {

  private static final double LONGEST_DAYS = 20;
  private static final int MOST_IMPULSES = 80;
  private static final int IMPULSES_PER_REVOLUTION = 4;
  private static final double MISALIGNMENT = 0.02;

  private final Draws draws;
  private final Schedule schedule;
  private final double acceleration;
  private final double usual;
  private final double transferShare;
  private final double longestTransfer;
  private double wanted;

  ElectricKeeper(Draws draws, ElementSet start) {
    this.draws = draws;
    this.schedule = new Schedule(draws, draws.logUniform(6, 100));
    this.acceleration = draws.logUniform(2e-5, 5e-4);
    this.usual = draws.logUniform(1e-2, 1);
    this.transferShare = draws.uniform(0, 0.2);
    this.longestTransfer = OrbitRegime.of(start) == OrbitRegime.GEO ? 3 : 50;
    this.wanted = start.semiMajorAxis();
  }

  @Override
  public double pause() {
    return schedule.next();
  }

  @Override
  public SimulatedManeuver maneuver(ElementSet truth) {
    double perKilometre = 1000 * truth.meanMotion() / 2;
    if (draws.chance(transferShare)) {
      double size = draws.logUniform(0.5, longestTransfer);
      wanted += (draws.chance(0.6) ? size : -size) / perKilometre;
    }
    double missing = (wanted - truth.semiMajorAxis()) * perKilometre;
    return arc(truth, Math.abs(missing) > usual ? missing : signed());
  }

  private double signed() {
    return draws.chance(0.5) ? usual * draws.factor(0.5) : -usual * draws.factor(0.5);
  }

  /**
   * Returns a continuous thrust arc, as a series of small impulses.
   *
   * @param size along-track delta-v, m/s; reduced if the arc would last too long
   */
  private SimulatedManeuver arc(ElementSet truth, double size) {
    double longest = LONGEST_DAYS * Days.SECONDS;
    double seconds = Math.min(Math.abs(size) / acceleration, longest);
    double period = 2 * Math.PI / truth.meanMotion();
    double fine = Math.ceil(IMPULSES_PER_REVOLUTION * seconds / period);
    int number = (int) Math.min(Math.max(fine, IMPULSES_PER_REVOLUTION), MOST_IMPULSES);
    double step = seconds / number;
    double impulse = Math.copySign(acceleration * step, size);
    double radial = MISALIGNMENT * draws.normal() * impulse;
    double cross = MISALIGNMENT * draws.normal() * impulse;
    List<Thrust> thrusts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      long ticks = truth.epochTicks() + Ticks.ofSeconds((i + 0.5) * step);
      thrusts.add(new Thrust(ticks, radial, impulse, cross));
    }
    return new SimulatedManeuver(thrusts, step, true);
  }
}

package space.maneuver.simulation.operator;

import java.util.List;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Thrusts that an operator publishes as one maneuver.
 *
 * @param thrusts thrusts in order of time, at least one
 * @param seconds duration of each thrust, s; its impulse acts in the middle
 * @param gradual whether they form one low-thrust arc, which a publisher cannot notice at any one
 *     time
 */
public record SimulatedManeuver(List<Thrust> thrusts, double seconds, boolean gradual) {

  private static final double GREATEST_ACCELERATION = 0.02;

  /** Returns a maneuver whose thrusts last as long as a typical chemical thruster needs. */
  static SimulatedManeuver of(List<Thrust> thrusts, Draws draws) {
    double greatest = thrusts.stream().mapToDouble(Thrust::total).max().orElse(0);
    double acceleration = draws.logUniform(GREATEST_ACCELERATION / 20, GREATEST_ACCELERATION);
    return new SimulatedManeuver(thrusts, Math.ceil(greatest / acceleration), false);
  }

  /** Returns the maneuver as an operator publishes it. */
  public Burn burn() {
    long half = Ticks.ofSeconds(seconds / 2);
    return new Burn(
        Ticks.toInstant(thrusts.get(0).ticks() - half),
        Ticks.toInstant(thrusts.get(thrusts.size() - 1).ticks() + half),
        gradual ? 1 : thrusts.size(),
        thrusts.stream().mapToDouble(Thrust::radial).sum(),
        thrusts.stream().mapToDouble(Thrust::along).sum(),
        thrusts.stream().mapToDouble(Thrust::cross).sum());
  }
}

package space.maneuver.simulation.publisher;

import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Draws;

/**
 * Epochs of published element sets: about daily for most objects, every 0.3 to 4 days for others,
 * with jitter, interruptions of up to twelve days and reissues minutes later. In LEO most objects
 * have their epochs at the ascending node.
 */
public final class IssueTimes {

  private static final double SHORTEST = 0.02;

  private final Draws draws;
  private final double interval;
  private final double jitter;
  private final double gapShare;
  private final double issuedTwice;
  private final boolean atNode;

  /** Draws the cadence of an object in a regime. */
  public IssueTimes(Draws draws, OrbitRegime regime) {
    this(draws, regime, draws.chance(0.7) ? draws.factor(0.15) : draws.logUniform(0.3, 4));
  }

  /**
   * Draws the irregularities of a given cadence.
   *
   * @param interval usual time between element sets, d
   */
  public IssueTimes(Draws draws, OrbitRegime regime, double interval) {
    this.draws = draws;
    this.interval = interval;
    this.jitter = draws.uniform(0.08, 0.5);
    this.gapShare = draws.logUniform(1e-3, 1.5e-2);
    this.issuedTwice = draws.logUniform(5e-4, 3e-2);
    this.atNode = regime == OrbitRegime.LEO && draws.chance(0.85);
  }

  /** Draws the epoch of the next element set, ticks. */
  long next(ElementSet last) {
    if (draws.chance(issuedTwice)) {
      return last.epochTicks() + Ticks.ofDays(draws.logUniform(0.001, 0.05));
    }
    double days =
        draws.chance(gapShare) ? draws.logUniform(2, 12) : interval * draws.factor(jitter);
    long ticks = last.epochTicks() + Ticks.ofDays(Math.max(days, SHORTEST));
    return atNode ? nearestNode(last, ticks) : ticks;
  }

  /**
   * Returns the passage of the ascending node nearest to a time, ticks, after the last element set.
   */
  static long nearestNode(ElementSet last, long ticks) {
    double start = last.meanAnomaly() + last.argumentOfPerigee();
    double elapsed = Ticks.days(ticks - last.epochTicks()) * Days.SECONDS;
    double excess = Angles.halfTurn(start + last.meanMotion() * elapsed);
    long aligned = ticks - Ticks.ofSeconds(excess / last.meanMotion());
    long least = last.epochTicks() + Ticks.ofDays(SHORTEST);
    return aligned < least ? aligned + Ticks.ofSeconds(period(last)) : aligned;
  }

  private static double period(ElementSet elements) {
    return 2 * Math.PI / elements.meanMotion();
  }
}

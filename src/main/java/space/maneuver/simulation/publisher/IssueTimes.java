package space.maneuver.simulation.publisher;

import org.jspecify.annotations.Nullable;
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
  private static final double SHORTEST_OUTAGE = 2;
  private static final double LONGEST_OUTAGE = 12;

  private final Draws draws;
  private final double interval;
  private final double jitter;
  private final double gapShare;
  private final double issuedTwice;
  private final boolean atNode;

  /** Draws the cadence of an object in a regime. */
  public IssueTimes(Draws draws, OrbitRegime regime) {
    this(draws, regime, null);
  }

  /**
   * Draws the irregularities of a cadence.
   *
   * @param setsPerDay mean number of element sets per day; null to draw it
   */
  public IssueTimes(Draws draws, OrbitRegime regime, @Nullable Double setsPerDay) {
    this.draws = draws;
    double usual = setsPerDay == null ? usual(draws) : 1 / setsPerDay;
    jitter = draws.uniform(0.08, 0.5);
    double gaps = draws.logUniform(1e-3, 1.5e-2);
    issuedTwice = draws.logUniform(5e-4, 3e-2);
    atNode = regime == OrbitRegime.LEO && draws.chance(0.85);
    gapShare = setsPerDay == null ? gaps : gaps * Math.min(1, usual);
    interval = setsPerDay == null ? usual : withMean(usual);
  }

  private static double usual(Draws draws) {
    return draws.chance(0.7) ? draws.factor(0.15) : draws.logUniform(0.3, 4);
  }

  /** Returns the interval that, with jitter, outages and reissues, has a mean, d. */
  private double withMean(double mean) {
    double meanOutage =
        (LONGEST_OUTAGE - SHORTEST_OUTAGE) / Math.log(LONGEST_OUTAGE / SHORTEST_OUTAGE);
    double meanJitter = Math.exp(jitter * jitter / 2);
    return (mean / (1 - issuedTwice) - gapShare * meanOutage) / ((1 - gapShare) * meanJitter);
  }

  /** Draws the epoch of the next element set, ticks. */
  long next(ElementSet last) {
    if (draws.chance(issuedTwice)) {
      return last.epochTicks() + Ticks.ofDays(draws.logUniform(0.001, 0.05));
    }
    double days =
        draws.chance(gapShare)
            ? draws.logUniform(SHORTEST_OUTAGE, LONGEST_OUTAGE)
            : interval * draws.factor(jitter);
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

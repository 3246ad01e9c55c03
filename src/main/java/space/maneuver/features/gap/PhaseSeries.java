package space.maneuver.features.gap;

import java.util.Arrays;
import space.maneuver.math.Angles;
import space.maneuver.orbit.ElementSet;

/**
 * The along-track phase of a history, without wraps: mean anomaly + argument of perigee and, within
 * 25 degrees of the equator, the integral of cos(i) over the right ascension of the node. A perigee
 * that turns freely in a near-circular orbit does not change it, nor a node that turns freely in a
 * near-equatorial one; the noise of a well determined node stays out of it. Between neighbours the
 * secular rates of SGP4 count the revolutions. Element sets that cannot be propagated are missing.
 */
final class PhaseSeries {

  private static final double NEAR_EQUATORIAL = Math.cos(Math.toRadians(25));

  private final double[] phase;
  private final double[] rate;

  PhaseSeries(Steps steps) {
    phase = new double[steps.size()];
    rate = new double[steps.size()];
    Arrays.fill(phase, Double.NaN);
    Arrays.fill(rate, Double.NaN);
    int first = -1;
    int previous = -1;
    for (int k = 0; k < phase.length; k++) {
      if (steps.ephemeris(k) == null) {
        continue;
      }
      rate[k] = rate(steps.elements(k));
      if (previous < 0) {
        first = k;
        phase[k] = 0;
      } else {
        phase[k] =
            phase[previous] + change(steps.elements(previous), steps.elements(k), rate[first]);
      }
      previous = k;
    }
  }

  /** Phase of each element set from the first one's on, less the first one's rate, rad. */
  double[] phase() {
    return phase;
  }

  /** Secular rate of the phase of element set k, rad/d. */
  double rate(int k) {
    return rate[k];
  }

  private static double rate(ElementSet elements) {
    Sgp4Rates rates = Sgp4Rates.of(elements);
    return rates.latitude() + nodeWeight(elements) * rates.node();
  }

  private static double change(ElementSet before, ElementSet now, double reference) {
    double gap = days(before, now);
    Sgp4Rates from = Sgp4Rates.of(before);
    Sgp4Rates to = Sgp4Rates.of(now);
    double latitudeRate = (from.latitude() + to.latitude()) / 2;
    double nodeRate = (from.node() + to.node()) / 2;
    double weight = (nodeWeight(before) + nodeWeight(now)) / 2;

    // The longitude of a near-equatorial orbit is wrapped as a whole: its parts turn freely.
    double sense = Math.signum(weight);
    double latitude = latitude(now) - latitude(before) - latitudeRate * gap;
    double node = now.rightAscension() - before.rightAscension() - nodeRate * gap;
    return Angles.halfTurn(latitude + sense * node)
        + (weight - sense) * Angles.halfTurn(node)
        + (latitudeRate + weight * nodeRate - reference) * gap;
  }

  /** How much of the node's turn is along the track; 0 where the node is well determined. */
  private static double nodeWeight(ElementSet elements) {
    double cos = Math.cos(elements.inclination());
    return Math.abs(cos) < NEAR_EQUATORIAL ? 0 : cos;
  }

  private static double latitude(ElementSet elements) {
    return elements.meanAnomaly() + elements.argumentOfPerigee();
  }

  private static double days(ElementSet from, ElementSet to) {
    return (double) (to.epochTicks() - from.epochTicks()) / ElementSet.TICKS_PER_DAY;
  }
}

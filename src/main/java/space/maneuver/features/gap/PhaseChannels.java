package space.maneuver.features.gap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.math.LeastSquares;
import space.maneuver.math.Medians;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** Jumps of the along-track phase and changes of its rate, in km of semi-major axis. */
final class PhaseChannels {

  /** Kepler's third law: da = -2/3 a dn / n. */
  private static final double AXIS_BY_RATE = -2.0 / 3;

  private final Map<Integer, double[]> slopes = new HashMap<>();
  private final Map<Integer, KinkFit> linear = new HashMap<>();
  private final Map<Integer, KinkFit> quadratic = new HashMap<>();

  private final double[] days;
  private final double[] phase;

  private PhaseChannels(double[] days, double[] phase) {
    this.days = days;
    this.phase = phase;
  }

  /** Computes the phase channels and stores them in {@code values}. */
  static void fill(Steps steps, Cadence cadence, MeanElements mean, GapValues values) {
    PhaseSeries series = new PhaseSeries(steps);
    PhaseChannels channels = new PhaseChannels(steps.days(), series.phase());
    for (int k = 1; k < steps.size(); k++) {
      double toAxis = AXIS_BY_RATE * mean.axis(k) / series.rate(k);
      for (GapChannel channel : GapChannel.values()) {
        int side = channel.side(cadence, k);
        switch (channel.kind()) {
          case PHASE -> values.set(channel, k, toAxis * channels.slopeChange(k, side));
          case KINK -> values.set(channel, k, toAxis * channels.kink(k, side, false));
          case QUADRATIC_KINK -> values.set(channel, k, toAxis * channels.kink(k, side, true));
          case EXTRAPOLATION ->
              values.set(channel, k, mean.axis(k) * channels.jump(k, side) / cadence.typicalGap(k));
          case RESIDUAL, STEP -> {}
        }
      }
    }
  }

  private double slopeChange(int k, int side) {
    return slope(k, side) - slope(k - 1 - side, side);
  }

  /** Slope over the steps from..from+side; NaN when one of them is missing. */
  private double slope(int from, int side) {
    double[] all = slopes.computeIfAbsent(side, this::slopes);
    return from < 0 || from >= all.length ? Double.NaN : all[from];
  }

  private double[] slopes(int side) {
    double[] all = new double[Math.max(0, days.length - side)];
    Arrays.setAll(all, from -> Medians.slope(days, phase, from, from + side + 1));
    return all;
  }

  private double jump(int k, int side) {
    return phase[k] - phase[k - 1] - slope(k - 1 - side, side) * (days[k] - days[k - 1]);
  }

  private double kink(int k, int side, boolean withSquare) {
    return (withSquare ? quadratic : linear)
        .computeIfAbsent(side, points -> new KinkFit(points, withSquare))
        .slopeChange(days, phase, k);
  }

  /**
   * The change of slope at the middle of a gap: the last coefficient of a Huber regression on 1, t,
   * t^2 and max(0, t), with t counted from the middle of the gap (Huber, Robust Statistics, 1981).
   * Points beyond 1.5 robust standard deviations are down-weighted.
   */
  static final class KinkFit {

    private static final int PASSES = 4;
    private static final double HUBER = 1.5;

    /** Noise floor, rad; far below the resolution of a published anomaly. */
    private static final double SMALLEST_NOISE = 1e-9;

    private final int points;
    private final double[][] basis;
    private final double[] weights;
    private final double[] misfits;
    private final double[] values;

    /**
     * Creates a fit with a number of points on each side of the gap.
     *
     * @param quadratic whether t^2 is among the functions
     */
    KinkFit(int side, boolean quadratic) {
      points = 2 * side;
      basis = new double[points][quadratic ? 4 : 3];
      weights = new double[points];
      misfits = new double[points];
      values = new double[points];
    }

    /**
     * Change of slope at gap k.
     *
     * @param times d
     * @param phase rad
     * @return rad/d; NaN when a point is missing
     */
    double slopeChange(double[] times, double[] phase, int k) {
      int from = k - points / 2;
      if (from < 0 || from + points > times.length) {
        return Double.NaN;
      }
      double middle = (times[k - 1] + times[k]) / 2;
      double unit = times[from + points - 1] - times[from];
      int last = basis[0].length - 1;
      for (int i = 0; i < points; i++) {
        double t = (times[from + i] - middle) / unit;
        values[i] = phase[from + i] - phase[k];
        if (Double.isNaN(values[i])) {
          return Double.NaN;
        }
        weights[i] = 1;
        basis[i][0] = 1;
        basis[i][1] = t;
        if (last == 3) {
          basis[i][2] = t * t;
        }
        basis[i][last] = Math.max(0, t);
      }
      double change = Double.NaN;
      boolean changed = true;
      for (int pass = 0; pass < PASSES && changed; pass++) {
        double[] solution = new LeastSquares(basis, values, weights).solve();
        change = solution[last];
        changed = pass + 1 < PASSES && reweigh(solution);
      }
      return change / unit;
    }

    /** Returns whether a weight has changed; otherwise another pass has the same solution. */
    private boolean reweigh(double[] solution) {
      double[] sizes = new double[points];
      for (int i = 0; i < points; i++) {
        double misfit = values[i];
        for (int c = 0; c < solution.length; c++) {
          misfit -= basis[i][c] * solution[c];
        }
        misfits[i] = Math.abs(misfit);
        sizes[i] = misfits[i];
      }
      double freedom = Math.sqrt((double) points / (points - solution.length));
      double sigma = Medians.MAD_TO_SIGMA * Medians.sorting(sizes, points) * freedom;
      double bound = HUBER * Math.max(sigma, SMALLEST_NOISE);
      boolean changed = false;
      for (int i = 0; i < points; i++) {
        double weight = misfits[i] <= bound ? 1 : bound / misfits[i];
        changed |= weight != weights[i];
        weights[i] = weight;
      }
      return changed;
    }
  }

  /**
   * The unwrapped along-track phase of a history: mean anomaly plus argument of perigee and, for
   * inclinations within 25 degrees of the equator, the integral of cos(i) over the right ascension
   * of the node. An ill-determined perigee of a near-circular orbit, or node of a near-equatorial
   * one, does not disturb it, nor does the noise of a well-determined node. The secular rates of
   * SGP4 resolve the revolutions between neighbors. Element sets that cannot be propagated are
   * missing.
   */
  static final class PhaseSeries {

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

    /** Phase of each element set relative to the first, less the rate of the first, rad. */
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

      // The longitude of a near-equatorial orbit is unwrapped as a whole: its parts are
      // ill-determined.
      double sense = Math.signum(weight);
      double latitude = latitude(now) - latitude(before) - latitudeRate * gap;
      double node = now.rightAscension() - before.rightAscension() - nodeRate * gap;
      return Angles.halfTurn(latitude + sense * node)
          + (weight - sense) * Angles.halfTurn(node)
          + (latitudeRate + weight * nodeRate - reference) * gap;
    }

    /** The along-track share of the node's motion; 0 where the node is well determined. */
    private static double nodeWeight(ElementSet elements) {
      double cos = Math.cos(elements.inclination());
      return Math.abs(cos) < NEAR_EQUATORIAL ? 0 : cos;
    }

    private static double latitude(ElementSet elements) {
      return elements.meanAnomaly() + elements.argumentOfPerigee();
    }

    private static double days(ElementSet from, ElementSet to) {
      return (double) (to.epochTicks() - from.epochTicks()) / Ticks.PER_DAY;
    }

    /**
     * Secular rates of SGP4 due to the zonal harmonics J2 and J4, constants of WGS-72 (Hoots and
     * Roehrich, Spacetrack Report #3, 1980; Vallado et al., Revisiting Spacetrack Report #3, 2006).
     *
     * @param latitude rate of the mean argument of latitude, mean anomaly + argument of perigee,
     *     rad/d
     * @param node rate of the right ascension of the ascending node, rad/d
     */
    record Sgp4Rates(double latitude, double node) {

      private static final double J4 = -0.00000165597;

      static Sgp4Rates of(ElementSet elements) {
        double cos = Math.cos(elements.inclination());
        double c2 = cos * cos;
        double c4 = c2 * c2;
        double beta2 = 1 - elements.eccentricity() * elements.eccentricity();
        double beta = Math.sqrt(beta2);

        double n = brouwerMeanMotion(elements, 0.75 * Wgs72.J2 * (3 * c2 - 1) / (beta * beta2));
        double p = axis(n) * beta2;
        double q1 = 1.5 * Wgs72.J2 * n / (p * p);
        double q2 = 0.5 * q1 * Wgs72.J2 / (p * p);
        double q3 = -0.46875 * J4 * n / (p * p * p * p);

        double anomaly =
            n + 0.5 * q1 * beta * (3 * c2 - 1) + 0.0625 * q2 * beta * (13 - 78 * c2 + 137 * c4);
        double perigee =
            -0.5 * q1 * (1 - 5 * c2)
                + 0.0625 * q2 * (7 - 114 * c2 + 395 * c4)
                + q3 * (3 - 36 * c2 + 49 * c4);
        double node = cos * (-q1 + 0.5 * q2 * (4 - 19 * c2) + 2 * q3 * (3 - 7 * c2));
        return new Sgp4Rates((anomaly + perigee) * Days.SECONDS, node * Days.SECONDS);
      }

      /** Converts Kozai's mean motion to Brouwer's, rad/s. */
      private static double brouwerMeanMotion(ElementSet elements, double d1) {
        double a1 = axis(elements.meanMotion());
        double d = d1 / (a1 * a1);
        double a0 = a1 * (1 - d * d - d * (1.0 / 3 + 134 * d * d / 81));
        return elements.meanMotion() / (1 + d1 / (a0 * a0));
      }

      /** Semi-major axis in Earth radii. */
      private static double axis(double meanMotion) {
        return Math.cbrt(Wgs72.MU / (meanMotion * meanMotion)) / Wgs72.EARTH_RADIUS;
      }
    }
  }
}

package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import space.maneuver.detection.reconstruction.BurnTime.Hypothesis;
import space.maneuver.detection.reconstruction.Weighted.Outcome;
import space.maneuver.orbit.BurnResponse;

/**
 * The distribution of the time of a burn over a grid of times around a gap, and over responses of
 * the element sets.
 */
final class BurnPosterior {

  /** Spacing of the grid, d. */
  private static final double STEP = 0.05;

  /** The grid has a multiple of these intervals. */
  private static final int MULTIPLE = 4;

  /** Greatest number of intervals from one fitted point to the next; a power of 2. */
  private static final int COARSE = 8;

  /** Logarithm of the ratio of the highest density to one that need not be known exactly. */
  private static final double NEGLIGIBLE = 8;

  /** Greatest error of the logarithm of the density, halfway, of an interpolation. */
  private static final double EVEN = 0.01;

  /** Logarithm of the likelihood of a fit that has no solution. */
  private static final double IMPOSSIBLE = -1e9;

  /** Reach of the grid from the middle of the gap and, for long gaps, from its ends, d. */
  private static final double EARLIEST = -3.5;

  private static final double LATEST = 3;
  private static final double BEYOND_GAP = 1.5;

  private static final double MEDIAN = 0.5;

  /** Quantiles of the time in the hypotheses. */
  private static final double[] SAMPLED = {0.1, 0.3, 0.5, 0.7, 0.9};

  /** Quantiles of the ends of the 90 % interval. */
  private static final double LOWER_END = 0.05;

  private static final double UPPER_END = 0.95;

  private final Lag lag;
  private final double half;
  private final double first;
  private final double[][] logLikelihoods;

  /**
   * A distribution that equals the prior until likelihoods are set.
   *
   * @param half half the length of the gap, d
   */
  BurnPosterior(Lag lag, double half) {
    this.lag = lag;
    this.half = half;
    first = Math.min(EARLIEST, -half - BEYOND_GAP);
    double last = Math.max(LATEST, half + BEYOND_GAP);
    int size = MULTIPLE * (int) Math.ceil((last - first) / STEP / MULTIPLE) + 1;
    logLikelihoods = new double[size][responses()];
  }

  private int responses() {
    return lag.responses().outcomes().size();
  }

  private int size() {
    return logLikelihoods.length;
  }

  /** Time of a grid point, d from the middle of the gap. */
  private double time(int i) {
    return first + i * STEP;
  }

  /**
   * Fits the responses at the grid points. Where the density is low, or the logarithm of the
   * likelihood changes evenly, it is interpolated between points that are fitted.
   *
   * @param middle of the gap, days since 1970
   */
  void fit(ResponseFit fit, double middle) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; ; i = next(i)) {
      for (int k = 0; k < responses(); k++) {
        fit(fit, middle, i, k);
        highest = Math.max(highest, logDensity(i, k));
      }
      if (i == size() - 1) {
        break;
      }
    }
    for (int k = 0; k < responses(); k++) {
      for (int i = 0; i < size() - 1; i = next(i)) {
        refine(fit, middle, i, next(i), k, highest - NEGLIGIBLE);
      }
    }
  }

  private int next(int i) {
    return Math.min(i + COARSE, size() - 1);
  }

  /** Sets what is between two points with a fit. */
  private void refine(ResponseFit fit, double middle, int from, int to, int k, double negligible) {
    if (to - from == 1) {
      return;
    }
    if (Math.max(logDensity(from, k), logDensity(to, k)) < negligible) {
      interpolate(from, to, k);
      return;
    }
    int between = (from + to) / 2;
    fit(fit, middle, between, k);
    double expected = (logLikelihoods[from][k] + logLikelihoods[to][k]) / 2;
    if (lag.temper() * Math.abs(logLikelihoods[between][k] - expected) < EVEN) {
      interpolate(from, between, k);
      interpolate(between, to, k);
    } else {
      refine(fit, middle, from, between, k, negligible);
      refine(fit, middle, between, to, k, negligible);
    }
  }

  private void fit(ResponseFit fit, double middle, int i, int k) {
    BurnResponse response = lag.responses().outcomes().get(k).value();
    double log = fit.at(middle + time(i), response).logLikelihood();
    logLikelihoods[i][k] = Double.isNaN(log) ? IMPOSSIBLE : log;
  }

  private void interpolate(int from, int to, int k) {
    for (int i = from + 1; i < to; i++) {
      double share = (double) (i - from) / (to - from);
      logLikelihoods[i][k] = (1 - share) * logLikelihoods[from][k] + share * logLikelihoods[to][k];
    }
  }

  /** Logarithm of the density of a time with a response, up to a constant. */
  private double logDensity(int i, int k) {
    return lag.logPrior(time(i), half)
        + Math.log(lag.responses().outcomes().get(k).probability())
        + lag.temper() * logLikelihoods[i][k];
  }

  /**
   * The time of the burn.
   *
   * @param middle of the gap, days since 1970
   */
  BurnTime summary(double middle) {
    double greatest = greatest();
    double[] sharp = density(1, greatest);
    double[] blunt = density(lag.bluntTemper(), greatest);
    double[] mixed = new double[size()];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (1 - lag.bluntShare()) * sharp[i] + lag.bluntShare() * blunt[i];
    }
    return BurnTime.of(
        middle + quantile(mixed, MEDIAN),
        middle + quantile(mixed, LOWER_END),
        middle + quantile(mixed, UPPER_END),
        hypotheses(middle, sharp, greatest));
  }

  private double greatest() {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] logs : logLikelihoods) {
      for (double log : logs) {
        greatest = Math.max(greatest, log);
      }
    }
    return greatest;
  }

  /** Density at each grid point, which sums to 1. */
  private double[] density(double information, double greatest) {
    double[] density = new double[size()];
    double sum = 0;
    for (int i = 0; i < density.length; i++) {
      double prior = Math.exp(lag.logPrior(time(i), half));
      for (int k = 0; k < responses(); k++) {
        density[i] += prior * likelihood(i, k, information, greatest);
      }
      sum += density[i];
    }
    for (int i = 0; i < density.length; i++) {
      density[i] /= sum;
    }
    return density;
  }

  private double likelihood(int i, int k, double information, double greatest) {
    return lag.responses().outcomes().get(k).probability()
        * Math.exp(information * lag.temper() * (logLikelihoods[i][k] - greatest));
  }

  private double quantile(double[] density, double part) {
    int i = quantilePoint(density, part);
    double before = Arrays.stream(density, 0, i).sum();
    return time(i) + STEP * ((part - before) / density[i] - 0.5);
  }

  /** The first grid point up to which the probability reaches a part. */
  private static int quantilePoint(double[] density, double part) {
    double sum = density[0];
    int i = 0;
    while (i < density.length - 1 && sum < part) {
      sum += density[++i];
    }
    return i;
  }

  private Weighted<Hypothesis> hypotheses(double middle, double[] sharp, double greatest) {
    List<Outcome<Hypothesis>> hypotheses = new ArrayList<>();
    for (double part : SAMPLED) {
      int i = quantilePoint(sharp, part);
      double sum = 0;
      for (int k = 0; k < responses(); k++) {
        sum += likelihood(i, k, 1, greatest);
      }
      for (int k = 0; k < responses(); k++) {
        hypotheses.add(
            new Outcome<>(
                new Hypothesis(middle + time(i), lag.responses().outcomes().get(k).value()),
                likelihood(i, k, 1, greatest) / sum / SAMPLED.length));
      }
    }
    return new Weighted<>(hypotheses);
  }
}

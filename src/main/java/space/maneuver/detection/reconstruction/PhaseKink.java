package space.maneuver.detection.reconstruction;

import java.util.Arrays;
import space.maneuver.detection.reconstruction.BurnTimeEstimator.PhaseTrack;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.math.LeastSquares;
import space.maneuver.math.Medians;

/**
 * A model of the phases of element sets and their rates: a parabola with a kink at a given time, c0
 * + c1 t + c2 t^2 + c3 max(0, t). Residuals follow Student's t distribution, since element sets
 * fitted across the burn are outliers (iteratively reweighted least squares; Lange, Little and
 * Taylor, Robust statistical modeling using the t distribution, 1989).
 */
final class PhaseKink {

  private static final int TERMS = 4;
  private static final int PASSES = 5;
  private static final double FREEDOM = 2;

  /** Ratio of the noise of a phase to that of a prediction over one day. */
  private static final double PHASE_SHARE = 0.36;

  /** Ratio of the daily curvature of the phase, by drag and other forces, to that noise. */
  private static final double BEND_SHARE = 0.3;

  /** Keeps undetermined coefficients near 0; far below the noise and above rounding errors. */
  private static final double RIDGE = 1e-9;

  private final PhaseTrack track;
  private final double phaseNoise;
  private final double rateNoise;
  private final double bendNoise;
  private final double campaignShare;

  /**
   * Creates a model of element sets.
   *
   * @param rateShare ratio of the noise of a rate to that of the semi-major axis
   * @param campaignShare growth of the noise per day from the kink, as a share of the kink: a large
   *     burn is often followed by others
   */
  PhaseKink(PhaseTrack track, PredictionNoise noise, double rateShare, double campaignShare) {
    this.track = track;
    this.phaseNoise = PHASE_SHARE * Math.min(noise.forward(), noise.backward());
    this.rateNoise = rateShare * Math.abs(track.ratePerAxis()) * noise.semiMajorAxis();
    this.bendNoise = BEND_SHARE * noise.forward();
    this.campaignShare = campaignShare;
  }

  /**
   * A fitted kink.
   *
   * @param change of the rate, km/d
   * @param sigma its formal standard deviation, km/d
   * @param logLikelihood up to a constant
   */
  record Fit(double change, double sigma, double logLikelihood) {}

  /** Fits the kink at a time in days since 1970. */
  Fit at(double time) {
    int size = track.size();
    double[][] terms = new double[2 * size + 1][];
    double[] values = new double[2 * size + 1];
    double[] weights = new double[2 * size + 1];
    Arrays.fill(weights, 1);
    double[] solution = {0, 0, 0, medianChange(time)};
    double logLikelihood = 0;
    double sigma = 0;
    for (int pass = 1; pass <= PASSES; pass++) {
      if (pass == 1 || campaignShare > 0) {
        fill(terms, values, time, Math.abs(solution[3]));
      }
      LeastSquares fit = new LeastSquares(terms, values, weights).ridge(RIDGE);
      solution = fit.solve();
      for (int i = 0; i < values.length; i++) {
        double misfit = misfit(terms[i], values[i], solution);
        weights[i] = (FREEDOM + 1) / (FREEDOM + misfit * misfit);
      }
      if (pass == PASSES) {
        sigma = Math.sqrt(fit.variance(3));
        for (double weight : weights) {
          logLikelihood += (FREEDOM + 1) / 2 * Math.log(weight);
        }
      }
    }
    return new Fit(solution[3], sigma, logLikelihood);
  }

  private static double misfit(double[] terms, double value, double[] solution) {
    double misfit = value;
    for (int term = 0; term < TERMS; term++) {
      misfit -= solution[term] * terms[term];
    }
    return misfit;
  }

  /** Sets up the equations in units of their noise: phases, rates, and a curvature of 0. */
  private void fill(double[][] terms, double[] values, double time, double change) {
    int size = track.size();
    double middle = track.phases()[size / 2];
    for (int i = 0; i < size; i++) {
      double t = track.times()[i] - time;
      double campaign = campaignShare * change * Math.abs(t);
      double phase = Math.hypot(phaseNoise, campaign);
      terms[i] = new double[] {1 / phase, t / phase, t * t / phase, Math.max(0, t) / phase};
      values[i] = (track.phases()[i] - middle) / phase;
      double rate = Math.hypot(rateNoise, campaign);
      terms[size + i] = new double[] {0, 1 / rate, 2 * t / rate, t > 0 ? 1 / rate : 0};
      values[size + i] = track.rates()[i] / rate;
    }
    terms[2 * size] = new double[] {0, 0, 1 / bendNoise, 0};
  }

  private double medianChange(double time) {
    double[] before = new double[track.size()];
    double[] after = new double[track.size()];
    int early = 0;
    int late = 0;
    for (int i = 0; i < track.size(); i++) {
      if (track.times()[i] < time) {
        before[early++] = track.rates()[i];
      } else {
        after[late++] = track.rates()[i];
      }
    }
    double last = late == 0 ? 0 : Medians.of(after, late);
    return early == 0 ? last : last - Medians.of(before, early);
  }
}

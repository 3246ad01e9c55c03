package space.maneuver.detection.reconstruction;

import java.util.Arrays;
import space.maneuver.detection.reconstruction.BurnTimeEstimator.PhaseTrack;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.math.LeastSquares;
import space.maneuver.math.Medians;

/**
 * The phases of some elsets and their rates as a parabola with a kink at a given time: c0 + c1 t +
 * c2 t^2 + c3 max(0, t). Residuals follow Student's distribution, as elsets whose fits mix the
 * orbits before and after are outliers (iteratively reweighted least squares; Lange, Little and
 * Taylor, Robust statistical modeling using the t distribution, 1989).
 */
final class PhaseKink {

  private static final int TERMS = 4;
  private static final int PASSES = 5;
  private static final double FREEDOM = 2;

  /** Noise of an elset's own phase, over that of a prediction of one day. */
  private static final double PHASE_SHARE = 0.36;

  /** Bend of the phase by drag and other forces in a day, over that noise. */
  private static final double BEND_SHARE = 0.3;

  /** Keeps what the elsets do not determine near 0, far below noise and above rounding. */
  private static final double RIDGE = 1e-9;

  private final PhaseTrack track;
  private final double phaseNoise;
  private final double rateNoise;
  private final double bendNoise;
  private final double campaignShare;

  /**
   * A model of some elsets.
   *
   * @param rateShare noise of a rate, over that of the semi-major axis
   * @param campaignShare noise that grows by the day from the kink on, as part of the kink: after a
   *     large burn others often follow
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
   * @param logLikelihood without constants
   */
  record Fit(double change, double sigma, double logLikelihood) {}

  /** The best kink at a time in days since 1970. */
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

  /** Equations in units of their noise: a phase and a rate per elset, and the bend, which is 0. */
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

package space.maneuver.detection.reconstruction;

import java.util.Arrays;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.orbit.BurnResponse;

/**
 * A model of the phases of element sets and of their rates around a burn: c0 + c1 t + c2 t^2 + c3
 * P(t - T), where P is the {@link BurnResponse} to a burn at time T. Residuals follow Student's t
 * distribution, since some element sets are outliers (iteratively reweighted least squares; Lange,
 * Little and Taylor, Robust statistical modeling using the t distribution, 1989).
 */
final class ResponseFit {

  private static final int TERMS = 4;
  private static final int PASSES = 6;
  private static final double FREEDOM = 2;

  /** Ratio of the noise of a phase to that of a prediction over one day. */
  private static final double PHASE_SHARE = 0.36;

  /** Ratio of the daily curvature of the phase, by drag and other forces, to that noise. */
  private static final double BEND_SHARE = 0.3;

  /** Keeps undetermined coefficients near 0; far below the noise and above rounding errors. */
  private static final double RIDGE = 1e-9;

  private final double[] times;
  private final double[] phaseNoise;
  private final double rateNoise;

  /** Equations in units of their noise: phases, rates, and a curvature of 0. */
  private final double[][] terms;

  private final double[] values;
  private final double[] response;
  private final double[] weights;
  private final double[] solution = new double[TERMS];
  private double sigma;

  /**
   * A model of element sets.
   *
   * @param rateShare ratio of the noise of a rate to that of the semi-major axis
   * @param middle time from which the noise grows, days since 1970
   * @param growth of the noise of the phase per day, as a share of the noise of a prediction
   */
  ResponseFit(
      PhaseTrack track, PredictionNoise noise, double rateShare, double middle, double growth) {
    int size = track.size();
    times = track.times();
    phaseNoise = new double[size];
    rateNoise = track.rateNoise(noise, rateShare);
    terms = new double[2 * size + 1][];
    values = new double[2 * size + 1];
    response = new double[2 * size + 1];
    weights = new double[2 * size + 1];
    double origin = track.phases()[size / 2];
    double least = PHASE_SHARE * Math.min(noise.forward(), noise.backward());
    for (int i = 0; i < size; i++) {
      double t = times[i] - middle;
      double phase = Math.hypot(least, growth * noise.forward() * t);
      phaseNoise[i] = phase;
      terms[i] = new double[] {1 / phase, t / phase, t * t / phase};
      values[i] = (track.phases()[i] - origin) / phase;
      terms[size + i] = new double[] {0, 1 / rateNoise, 2 * t / rateNoise};
      values[size + i] = track.rates()[i] / rateNoise;
    }
    terms[2 * size] = new double[] {0, 0, 1 / (BEND_SHARE * noise.forward())};
  }

  /** Fits a burn at a time in days since 1970. */
  RateChange at(double time, BurnResponse burn) {
    int size = times.length;
    for (int i = 0; i < size; i++) {
      double after = times[i] - time;
      response[i] = burn.phase(after) / phaseNoise[i];
      response[size + i] = burn.rate(after) / rateNoise;
    }
    Arrays.fill(weights, 1);
    double product = 1;
    double logs = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      solve();
      product = 1;
      logs = 0;
      for (int i = 0; i < values.length; i++) {
        double[] term = terms[i];
        double misfit =
            values[i]
                - solution[0] * term[0]
                - solution[1] * term[1]
                - solution[2] * term[2]
                - solution[3] * response[i];
        weights[i] = (FREEDOM + 1) / (FREEDOM + misfit * misfit);
        product *= weights[i];
        if (product < 1e-200) {
          logs += Math.log(product);
          product = 1;
        }
      }
    }
    return new RateChange(solution[3], sigma, (FREEDOM + 1) / 2 * (logs + Math.log(product)));
  }

  /**
   * The change of the rate by a burn.
   *
   * @param change km/d
   * @param sigma formal standard deviation, km/d
   * @param logLikelihood of the fit, up to a constant
   */
  record RateChange(double change, double sigma, double logLikelihood) {}

  /**
   * Solves the weighted normal equations by Cholesky decomposition. A burn takes thousands of fits:
   * written out and without allocation, they cost half of what they do with {@code LeastSquares}.
   */
  private void solve() {
    double a00 = 0;
    double a01 = 0;
    double a02 = 0;
    double a03 = 0;
    double a11 = 0;
    double a12 = 0;
    double a13 = 0;
    double a22 = 0;
    double a23 = 0;
    double a33 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    for (int i = 0; i < values.length; i++) {
      double[] t = terms[i];
      double r = response[i];
      double w0 = weights[i] * t[0];
      double w1 = weights[i] * t[1];
      double w2 = weights[i] * t[2];
      double w3 = weights[i] * r;
      a00 += w0 * t[0];
      a01 += w0 * t[1];
      a02 += w0 * t[2];
      a03 += w0 * r;
      a11 += w1 * t[1];
      a12 += w1 * t[2];
      a13 += w1 * r;
      a22 += w2 * t[2];
      a23 += w2 * r;
      a33 += w3 * r;
      double v = values[i];
      b0 += w0 * v;
      b1 += w1 * v;
      b2 += w2 * v;
      b3 += w3 * v;
    }
    double l00 = Math.sqrt(a00 + RIDGE * (1 + a00));
    double l10 = a01 / l00;
    double l20 = a02 / l00;
    double l30 = a03 / l00;
    double l11 = Math.sqrt(a11 + RIDGE * (1 + a11) - l10 * l10);
    double l21 = (a12 - l20 * l10) / l11;
    double l31 = (a13 - l30 * l10) / l11;
    double l22 = Math.sqrt(a22 + RIDGE * (1 + a22) - l20 * l20 - l21 * l21);
    double l32 = (a23 - l30 * l20 - l31 * l21) / l22;
    double l33 = Math.sqrt(a33 + RIDGE * (1 + a33) - l30 * l30 - l31 * l31 - l32 * l32);
    double y0 = b0 / l00;
    double y1 = (b1 - l10 * y0) / l11;
    double y2 = (b2 - l20 * y0 - l21 * y1) / l22;
    double y3 = (b3 - l30 * y0 - l31 * y1 - l32 * y2) / l33;
    solution[3] = y3 / l33;
    solution[2] = (y2 - l32 * solution[3]) / l22;
    solution[1] = (y1 - l21 * solution[2] - l31 * solution[3]) / l11;
    solution[0] = (y0 - l10 * solution[1] - l20 * solution[2] - l30 * solution[3]) / l00;
    sigma = 1 / l33;
  }
}

package space.maneuver.detection.reconstruction;

import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.orbit.BurnResponse;

/**
 * A model of the phases of element sets and of their rates around a burn: c0 + c1 t + c2 t^2 + c3
 * P(t - T), where P is the {@link BurnResponse} to a burn at time T. Residuals follow Student's t
 * distribution, since some element sets are outliers (iteratively reweighted least squares; Lange,
 * Little and Taylor, Robust statistical modeling using the t distribution, 1989).
 */
final class ResponseFit {

  private static final int MOST_SOLUTIONS = 6;
  private static final double FREEDOM = 2;

  /** Change of the logarithm of the likelihood from one pass to the next that ends the fit. */
  private static final double CONVERGED = 1e-3;

  /** Products of weights below this could soon underflow. */
  private static final double LEAST_PRODUCT = 1e-200;

  /** Ratio of the noise of a phase to that of a prediction over one day. */
  private static final double PHASE_SHARE = 0.36;

  /** Ratio of the daily curvature of the phase, by drag and other forces, to that noise. */
  private static final double BEND_SHARE = 0.3;

  /** Keeps undetermined coefficients near 0; far below the noise and above rounding errors. */
  private static final double RIDGE = 1e-9;

  private final double middle;

  /** Days from the middle. */
  private final double[] times;

  private final double[] phases;
  private final double[] rates;

  /** Inverse variances of each phase, of every rate, and of the curvature, which is about 0. */
  private final double[] phasePrecision;

  private final double ratePrecision;
  private final double bendPrecision;

  /** What the element sets show of a change of the rate by 1 km/d. */
  private final double[] phaseResponses;

  private final double[] rateResponses;

  private double c0;
  private double c1;
  private double c2;
  private double c3;
  private double variance;

  /**
   * A model of element sets.
   *
   * @param rateShare ratio of the noise of a rate to that of the semi-major axis
   * @param middle time from which the noise grows, days since 1970
   * @param growth of the noise of the phase per day, as a share of the noise of a prediction
   */
  ResponseFit(
      PhaseTrack track, PredictionNoise noise, double rateShare, double middle, double growth) {
    this.middle = middle;
    int size = track.size();
    times = new double[size];
    phases = new double[size];
    rates = track.rates();
    phasePrecision = new double[size];
    phaseResponses = new double[size];
    rateResponses = new double[size];
    ratePrecision = precision(track.rateNoise(noise, rateShare));
    bendPrecision = precision(BEND_SHARE * noise.forward());
    double origin = track.phases()[size / 2];
    double least = PHASE_SHARE * Math.min(noise.forward(), noise.backward());
    for (int i = 0; i < size; i++) {
      times[i] = track.times()[i] - middle;
      phases[i] = track.phases()[i] - origin;
      phasePrecision[i] = precision(Math.hypot(least, growth * noise.forward() * times[i]));
    }
  }

  private static double precision(double noise) {
    return 1 / (noise * noise);
  }

  /** Fits a burn at a time in days since 1970. */
  RateChange at(double time, BurnResponse burn) {
    for (int i = 0; i < times.length; i++) {
      double after = times[i] + middle - time;
      phaseResponses[i] = burn.phase(after);
      rateResponses[i] = burn.rate(after);
    }
    pass(false);
    double last = Double.NEGATIVE_INFINITY;
    for (int solution = 1; ; solution++) {
      double change = c3;
      double changeVariance = variance;
      double logWeights = pass(true);
      if (solution == MOST_SOLUTIONS || !(Math.abs(logWeights - last) > CONVERGED)) {
        return new RateChange(change, Math.sqrt(changeVariance), (FREEDOM + 1) / 2 * logWeights);
      }
      last = logWeights;
    }
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
   * Weighs the equations by their misfits and solves them by LDL decomposition. A burn takes
   * thousands of passes, so they are written out and without allocation.
   *
   * @param weighted false in the first pass, whose weights are 1
   * @return sum of the logarithms of the weights
   */
  private double pass(boolean weighted) {
    double bendMisfit = c2;
    double bendWeight = weighted ? weight(bendMisfit * bendMisfit * bendPrecision) : 1;
    double product = bendWeight;
    double logs = 0;
    double a00 = 0;
    double a01 = 0;
    double a02 = 0;
    double a03 = 0;
    double a11 = 0;
    double a12 = 0;
    double a13 = 0;
    double a22 = bendWeight * bendPrecision;
    double a23 = 0;
    double a33 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    for (int i = 0; i < times.length; i++) {
      double t = times[i];
      double phase = phases[i];
      double phaseResponse = phaseResponses[i];
      double w = phasePrecision[i];
      double rate = rates[i];
      double rateResponse = rateResponses[i];
      double v = ratePrecision;
      if (weighted) {
        double phaseMisfit = phase - c0 - t * (c1 + t * c2) - c3 * phaseResponse;
        double rateMisfit = rate - c1 - 2 * t * c2 - c3 * rateResponse;
        double phaseWeight = weight(phaseMisfit * phaseMisfit * w);
        double rateWeight = weight(rateMisfit * rateMisfit * v);
        w *= phaseWeight;
        v *= rateWeight;
        product *= phaseWeight * rateWeight;
        if (product < LEAST_PRODUCT) {
          logs += Math.log(product);
          product = 1;
        }
      }
      double wt = w * t;
      double wtt = wt * t;
      double wr = w * phaseResponse;
      a00 += w;
      a01 += wt;
      a02 += wtt;
      a12 += wtt * t;
      a22 += wtt * t * t;
      a03 += wr;
      a13 += wr * t;
      a23 += wr * t * t;
      a33 += wr * phaseResponse;
      b0 += w * phase;
      b1 += wt * phase;
      b2 += wtt * phase;
      b3 += wr * phase;
      double slope = 2 * t;
      double vs = v * slope;
      double vr = v * rateResponse;
      a11 += v;
      a12 += vs;
      a22 += vs * slope;
      a13 += vr;
      a23 += vr * slope;
      a33 += vr * rateResponse;
      b1 += v * rate;
      b2 += vs * rate;
      b3 += vr * rate;
    }
    a11 += a02;
    double inverse0 = 1 / (a00 + RIDGE * (1 + a00));
    double l10 = a01 * inverse0;
    double l20 = a02 * inverse0;
    double l30 = a03 * inverse0;
    double inverse1 = 1 / (a11 + RIDGE * (1 + a11) - l10 * a01);
    double d21 = a12 - l20 * a01;
    double d31 = a13 - l30 * a01;
    double l21 = d21 * inverse1;
    double l31 = d31 * inverse1;
    double inverse2 = 1 / (a22 + RIDGE * (1 + a22) - l20 * a02 - l21 * d21);
    double d32 = a23 - l30 * a02 - l31 * d21;
    double l32 = d32 * inverse2;
    double inverse3 = 1 / (a33 + RIDGE * (1 + a33) - l30 * a03 - l31 * d31 - l32 * d32);
    double y1 = b1 - l10 * b0;
    double y2 = b2 - l20 * b0 - l21 * y1;
    double y3 = b3 - l30 * b0 - l31 * y1 - l32 * y2;
    c3 = y3 * inverse3;
    c2 = y2 * inverse2 - l32 * c3;
    c1 = y1 * inverse1 - l21 * c2 - l31 * c3;
    c0 = b0 * inverse0 - l10 * c1 - l20 * c2 - l30 * c3;
    variance = inverse3;
    return logs + Math.log(product);
  }

  private static double weight(double squaredMisfit) {
    return (FREEDOM + 1) / (FREEDOM + squaredMisfit);
  }
}

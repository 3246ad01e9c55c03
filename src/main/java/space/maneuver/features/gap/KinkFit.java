package space.maneuver.features.gap;

import space.maneuver.math.Median;
import space.maneuver.math.WeightedLeastSquares;

/**
 * The change of slope at the middle of a gap: the last coefficient of 1, t, t^2 and max(0, t), t
 * from the middle of the gap on, fitted by Huber's least squares (Huber, Robust Statistics, 1981),
 * reweighted beyond 1.5 robust standard deviations.
 */
final class KinkFit {

  private static final int PASSES = 4;
  private static final double HUBER = 1.5;

  /** Least noise in rad, far below the resolution of a published anomaly. */
  private static final double SMALLEST_NOISE = 1e-9;

  private final int points;
  private final double[][] basis;
  private final double[] weights;
  private final double[] misfits;
  private final double[] values;

  /**
   * A fit for gaps with so many points on each side.
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
    for (int pass = 0; pass < PASSES; pass++) {
      double[] solution = WeightedLeastSquares.solve(basis, values, weights);
      change = solution[last];
      reweigh(solution);
    }
    return change / unit;
  }

  private void reweigh(double[] solution) {
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
    double sigma = Median.MAD_TO_SIGMA * Median.of(sizes, points) * freedom;
    double bound = HUBER * Math.max(sigma, SMALLEST_NOISE);
    for (int i = 0; i < points; i++) {
      weights[i] = misfits[i] <= bound ? 1 : bound / misfits[i];
    }
  }
}

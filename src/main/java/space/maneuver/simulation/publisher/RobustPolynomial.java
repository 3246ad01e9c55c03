package space.maneuver.simulation.publisher;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Polynomials through points of which some may be plainly wrong: least squares with Tukey's
 * bisquare weights, in which a point that is far from the others does not count at all (Beaton and
 * Tukey 1974).
 */
final class RobustPolynomial {

  private static final int PASSES = 10;
  private static final double MAD_TO_SIGMA = 1.4826;

  /** Standard deviations from which on a point counts nothing; 95 % efficient on normal noise. */
  private static final double FAR = 4.685;

  private RobustPolynomial() {}

  /**
   * The value at 0 of the polynomial that fits best.
   *
   * @param x more than {@code degree + 1} different ones
   * @param y of the same number
   */
  static double atZero(double[] x, double[] y, int degree) {
    double[][] powers = powers(x, degree);
    double[] weights = new double[x.length];
    Arrays.fill(weights, 1);
    RealVector coefficients = solve(powers, y, weights);
    for (int pass = 0; pass < PASSES; pass++) {
      double[] residuals =
          new ArrayRealVector(y)
              .subtract(new Array2DRowRealMatrix(powers, false).operate(coefficients))
              .toArray();
      double sigma = MAD_TO_SIGMA * median(Arrays.stream(residuals).map(Math::abs).toArray());
      if (sigma == 0) {
        break;
      }
      for (int i = 0; i < weights.length; i++) {
        double share = Math.min(1, Math.abs(residuals[i]) / (FAR * sigma));
        weights[i] = (1 - share * share) * (1 - share * share);
      }
      if (Arrays.stream(weights).filter(each -> each > 0).count() <= degree + 1) {
        break;
      }
      coefficients = solve(powers, y, weights);
    }
    return coefficients.getEntry(0);
  }

  private static double[][] powers(double[] x, int degree) {
    double unit = Arrays.stream(x).map(Math::abs).max().orElse(1);
    double[][] powers = new double[x.length][degree + 1];
    for (int i = 0; i < x.length; i++) {
      double power = 1;
      for (int d = 0; d <= degree; d++) {
        powers[i][d] = power;
        power *= x[i] / unit;
      }
    }
    return powers;
  }

  private static RealVector solve(double[][] powers, double[] y, double[] weights) {
    Array2DRowRealMatrix left = new Array2DRowRealMatrix(y.length, powers[0].length);
    RealVector right = new ArrayRealVector(y.length);
    for (int i = 0; i < y.length; i++) {
      double root = Math.sqrt(weights[i]);
      for (int d = 0; d < powers[i].length; d++) {
        left.setEntry(i, d, root * powers[i][d]);
      }
      right.setEntry(i, root * y[i]);
    }
    return new QRDecomposition(left).getSolver().solve(right);
  }

  private static double median(double[] values) {
    return new Median().evaluate(values);
  }
}

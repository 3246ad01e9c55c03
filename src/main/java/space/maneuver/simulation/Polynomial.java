package space.maneuver.simulation;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/** Least-squares polynomials. */
final class Polynomial {

  private Polynomial() {}

  /**
   * The value at 0 of the polynomial that fits best.
   *
   * @param x at least {@code degree + 1} different ones
   * @param y of the same number
   */
  static double fitted(double[] x, double[] y, int degree) {
    double unit = 0;
    for (double each : x) {
      unit = Math.max(unit, Math.abs(each));
    }
    Array2DRowRealMatrix powers = new Array2DRowRealMatrix(x.length, degree + 1);
    for (int i = 0; i < x.length; i++) {
      double power = 1;
      for (int d = 0; d <= degree; d++) {
        powers.setEntry(i, d, power);
        power *= x[i] / unit;
      }
    }
    return new QRDecomposition(powers).getSolver().solve(new ArrayRealVector(y)).getEntry(0);
  }
}

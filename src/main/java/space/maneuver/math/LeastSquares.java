package space.maneuver.math;

/**
 * Small linear least squares: the normal equations of weighted points, solved by Cholesky's
 * decomposition.
 */
public final class LeastSquares {

  private final double[][] matrix;
  private final double[] right;
  private boolean decomposed;

  /**
   * The equations of some points.
   *
   * @param basis point x function, functions of order 1
   * @param values one per point
   * @param weights one per point, not negative
   */
  public LeastSquares(double[][] basis, double[] values, double[] weights) {
    int size = basis[0].length;
    matrix = new double[size][size];
    right = new double[size];
    for (int i = 0; i < values.length; i++) {
      for (int row = 0; row < size; row++) {
        double weighted = weights[i] * basis[i][row];
        right[row] += weighted * values[i];
        for (int column = 0; column <= row; column++) {
          matrix[row][column] += weighted * basis[i][column];
        }
      }
    }
  }

  /** Adds {@code stiffness} times the square of a coefficient to the sum that is minimised. */
  public LeastSquares penalise(int coefficient, double stiffness) {
    matrix[coefficient][coefficient] += stiffness;
    return this;
  }

  /**
   * Adds a penalty to every coefficient, relative to its own information: {@code share} times (1 +
   * the diagonal of the normal equations).
   */
  public LeastSquares ridge(double share) {
    for (int i = 0; i < matrix.length; i++) {
      penalise(i, share * (1 + matrix[i][i]));
    }
    return this;
  }

  /**
   * The coefficients with the least weighted sum of squares.
   *
   * @return NaN where the points do not determine them
   */
  public double[] solve() {
    return solve(right.clone());
  }

  /** The variance of a coefficient where weights are inverse variances of the values. */
  public double variance(int coefficient) {
    double[] unit = new double[right.length];
    unit[coefficient] = 1;
    return solve(unit)[coefficient];
  }

  private double[] solve(double[] solution) {
    if (!decomposed) {
      decompose();
      decomposed = true;
    }
    int size = solution.length;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        solution[row] -= matrix[row][column] * solution[column];
      }
      solution[row] /= matrix[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int below = row + 1; below < size; below++) {
        solution[row] -= matrix[below][row] * solution[below];
      }
      solution[row] /= matrix[row][row];
    }
    return solution;
  }

  /** The lower triangle L of the symmetric matrix L L'. */
  private void decompose() {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int i = 0; i < column; i++) {
          sum -= matrix[row][i] * matrix[column][i];
        }
        matrix[row][column] = row == column ? Math.sqrt(sum) : sum / matrix[column][column];
      }
    }
  }
}

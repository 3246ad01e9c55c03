package space.maneuver.math;

/** Small linear least squares by the normal equations and Cholesky's decomposition. */
public final class WeightedLeastSquares {

  private WeightedLeastSquares() {}

  /**
   * The coefficients with the least weighted sum of squares.
   *
   * @param basis point x function, functions of order 1
   * @return NaN where the points do not determine them
   */
  public static double[] solve(double[][] basis, double[] values, double[] weights) {
    int size = basis[0].length;
    double[][] matrix = new double[size][size];
    double[] right = new double[size];
    for (int i = 0; i < values.length; i++) {
      for (int row = 0; row < size; row++) {
        double weighted = weights[i] * basis[i][row];
        right[row] += weighted * values[i];
        for (int column = 0; column <= row; column++) {
          matrix[row][column] += weighted * basis[i][column];
        }
      }
    }
    decompose(matrix);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int below = row + 1; below < size; below++) {
        right[row] -= matrix[below][row] * right[below];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  /** The lower triangle L of a symmetric matrix L L'. */
  private static void decompose(double[][] matrix) {
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

package space.maneuver.math;

/**
 * Weighted linear least squares for few coefficients: normal equations solved by Cholesky
 * decomposition.
 */
public final class LeastSquares {

  /** Upper triangle of the normal equations, replaced by their decomposition on first use. */
  private final double[][] matrix;

  private final double[] right;
  private boolean decomposed;

  /**
   * Builds the normal equations of points.
   *
   * @param basis values of the basis functions, points x functions, of order 1
   * @param values observed value of each point
   * @param weights weight of each point, not negative
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
          matrix[column][row] += weighted * basis[i][column];
        }
      }
    }
  }

  /**
   * Before solving, adds {@code stiffness} times the square of a coefficient to the minimized sum.
   */
  public LeastSquares penalise(int coefficient, double stiffness) {
    matrix[coefficient][coefficient] += stiffness;
    return this;
  }

  /**
   * Computes the coefficients with the least weighted sum of squares.
   *
   * @return the coefficients; not finite where the points do not determine them
   */
  public double[] solve() {
    double[] solution = right.clone();
    if (!decomposed) {
      decompose();
      decomposed = true;
    }
    int size = solution.length;
    for (int row = 0; row < size; row++) {
      solution[row] /= matrix[row][row];
      for (int below = row + 1; below < size; below++) {
        solution[below] -= solution[row] * matrix[row][below];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      solution[row] /= matrix[row][row];
      for (int above = 0; above < row; above++) {
        solution[above] -= solution[row] * matrix[above][row];
      }
    }
    return solution;
  }

  /** Replaces the upper triangle of the symmetric matrix L L' by that of L'. */
  private void decompose() {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      double[] row = matrix[i];
      row[i] = Math.sqrt(row[i]);
      double inverse = 1 / row[i];
      for (int j = size - 1; j > i; j--) {
        row[j] *= inverse;
        for (int k = j; k < size; k++) {
          matrix[j][k] -= row[j] * row[k];
        }
      }
    }
  }
}

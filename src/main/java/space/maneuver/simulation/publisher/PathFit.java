package space.maneuver.simulation.publisher;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealVector;
import space.maneuver.simulation.orbit.Ticks;

/**
 * Least-squares parabola through places along an orbit against the age of the observation.
 *
 * @param place at age zero, rad
 * @param rate by time, not by age, rad/s
 * @param acceleration rad/s2
 */
record PathFit(double place, double rate, double acceleration) {

  private static final int TERMS = 3;
  private static final double RIGID = 1e6;

  /**
   * Fits.
   *
   * @param ages days, not negative
   * @param places rad
   * @param stiffness how much the acceleration is held at zero; infinite for a straight line
   */
  static PathFit of(double[] ages, double[] places, double stiffness) {
    double unit = ages[ages.length - 1];
    Array2DRowRealMatrix normal = new Array2DRowRealMatrix(TERMS, TERMS);
    RealVector right = new ArrayRealVector(TERMS);
    for (int i = 0; i < ages.length; i++) {
      double x = ages[i] / unit;
      double[] powers = {1, x, x * x};
      for (int row = 0; row < TERMS; row++) {
        right.addToEntry(row, powers[row] * places[i] / ages.length);
        for (int column = 0; column < TERMS; column++) {
          normal.addToEntry(row, column, powers[row] * powers[column] / ages.length);
        }
      }
    }
    normal.addToEntry(2, 2, Math.min(stiffness, RIGID));
    RealVector solution = new LUDecomposition(normal).getSolver().solve(right);
    double seconds = unit * Ticks.SECONDS_PER_DAY;
    return new PathFit(
        solution.getEntry(0),
        -solution.getEntry(1) / seconds,
        2 * solution.getEntry(2) / (seconds * seconds));
  }
}

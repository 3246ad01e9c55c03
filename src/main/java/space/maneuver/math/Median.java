package space.maneuver.math;

import java.util.Arrays;

/** The middle of some numbers. */
public final class Median {

  /** Makes a median absolute deviation comparable to a standard deviation of normal noise. */
  public static final double MAD_TO_SIGMA = 1.4826;

  private Median() {}

  /** Median of the first {@code count} values, which it sorts; NaN of none. */
  public static double of(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}

package space.maneuver.math;

import java.util.Arrays;

/** Medians, and the spread about them. */
public final class Medians {

  /** Makes a median absolute deviation comparable to a standard deviation of normal noise. */
  public static final double MAD_TO_SIGMA = 1.4826;

  private Medians() {}

  /** Median of the first {@code count} values; 0 of none. */
  public static double of(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int middle = count / 2;
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public static double of(double[] values) {
    return of(values, values.length);
  }

  /** Median absolute deviation, scaled to the standard deviation of normal noise. */
  public static double sigma(double[] values) {
    double middle = of(values);
    return MAD_TO_SIGMA
        * of(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }
}

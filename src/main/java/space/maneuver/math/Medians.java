package space.maneuver.math;

import java.util.Arrays;

/** Medians, and the spread about them. */
public final class Medians {

  /** Makes a median absolute deviation comparable to a standard deviation of normal noise. */
  public static final double MAD_TO_SIGMA = 1.4826;

  private Medians() {}

  /** Median of the values, which stay as they are; NaN of none. */
  public static double of(double[] values) {
    return of(values, values.length);
  }

  /** Median of the first {@code count} values, which stay as they are; NaN of none. */
  public static double of(double[] values, int count) {
    return sorting(Arrays.copyOf(values, count), count);
  }

  /** The same without a copy, for inner loops: sorts the first {@code count} values. */
  public static double sorting(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /**
   * Median absolute deviation from the median, scaled to the standard deviation of normal noise; 0
   * of none.
   */
  public static double sigma(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double middle = of(values);
    return MAD_TO_SIGMA
        * of(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }

  /**
   * The slope of Theil (1950) and Sen (1968), the median over the slopes of all pairs of points, of
   * the points [from, to); NaN when one of them is missing or there are fewer than 2.
   */
  public static double slope(double[] times, double[] values, int from, int to) {
    int points = to - from;
    double[] slopes = new double[points * (points - 1) / 2];
    int count = 0;
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        double slope = (values[j] - values[i]) / (times[j] - times[i]);
        if (Double.isNaN(slope)) {
          return Double.NaN;
        }
        slopes[count++] = slope;
      }
    }
    return sorting(slopes, count);
  }
}

package space.maneuver.math;

import java.util.Arrays;

/** Medians and robust measures of spread and slope. */
public final class Medians {

  /** Factor from the median absolute deviation to the standard deviation of normal noise. */
  public static final double MAD_TO_SIGMA = 1.4826;

  private Medians() {}

  /** Returns the median without changing the array; NaN if it is empty. */
  public static double of(double[] values) {
    return of(values, values.length);
  }

  /**
   * Returns the median of the first {@code count} values without changing the array; NaN of none.
   */
  public static double of(double[] values, int count) {
    return sorting(Arrays.copyOf(values, count), count);
  }

  /**
   * Sorts the first {@code count} values and returns their median, for inner loops; NaN of none.
   */
  public static double sorting(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /**
   * Returns the median absolute deviation of sorted values from their median, which are nearest to
   * it in the middle; NaN of none.
   *
   * @param sorted ascending in its first {@code count} elements
   * @param median of these elements
   */
  public static double deviation(double[] sorted, int count, double median) {
    int below = (count - 1) / 2;
    int above = below + 1;
    double nearer = Double.NaN;
    double next = Double.NaN;
    for (int i = 0; i <= count / 2 && i < count; i++) {
      double down = below < 0 ? Double.POSITIVE_INFINITY : median - sorted[below];
      double up = above >= count ? Double.POSITIVE_INFINITY : sorted[above] - median;
      nearer = next;
      next = Math.min(down, up);
      if (down <= up) {
        below--;
      } else {
        above++;
      }
    }
    return count % 2 == 1 ? next : (nearer + next) / 2;
  }

  /**
   * Returns the median absolute deviation from the median, scaled to the standard deviation of
   * normal noise; 0 of none.
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
   * Returns the Theil-Sen slope, the median of the slopes of all pairs of points (Theil 1950, Sen
   * 1968), of the points in [from, to); NaN if one of them is missing or there are fewer than 2.
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

package space.maneuver.math;

/** The slope of Theil (1950) and Sen (1968): the median over the slopes of all pairs of points. */
public final class TheilSen {

  private TheilSen() {}

  /** Slope of the points [from, to); NaN when one of them is missing or there are fewer than 2. */
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
    return Medians.sorting(slopes, count);
  }
}

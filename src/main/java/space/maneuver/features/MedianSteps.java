package space.maneuver.features;

import java.util.Arrays;

/**
 * The steps of one mean element across the gaps of a history: the median over the next few element
 * sets minus the median over the last few, both as they appear from the element set after the gap.
 */
final class MedianSteps {

  /** Gaps over whose daily rates the slope is taken. */
  private static final int SLOPE_GAPS = 60;

  private final MeanElements mean;
  private final MeanElements.Element element;
  private final double[] days;
  private final double[] slopes;

  MedianSteps(double[] days, MeanElements mean, MeanElements.Element element) {
    this.days = days;
    this.mean = mean;
    this.element = element;
    slopes = new double[days.length];
    RollingMedian rates = new RollingMedian(SLOPE_GAPS);
    for (int k = 0; k < days.length; k++) {
      rates.add(k == 0 ? Double.NaN : rate(k));
      slopes[k] = rates.median();
    }
  }

  /** Median daily rate of the last 60 gaps up to gap k, km/d; 0 before there is any. */
  double slope(int k) {
    return Double.isNaN(slopes[k]) ? 0 : slopes[k];
  }

  /** Step at gap k over a number of element sets on each side, slope included, km. */
  double step(int k, int side) {
    if (k < side || k + side > days.length) {
      return Double.NaN;
    }
    double[] levels = new double[side];
    for (int i = 0; i < side; i++) {
      levels[i] = mean.of(element, k + i, k);
    }
    double after = median(levels);
    for (int i = 0; i < side; i++) {
      levels[i] = mean.of(element, k - 1 - i, k);
    }
    return after - median(levels);
  }

  /** Time between the medians of both sides of a step, d. */
  static double span(double[] days, int k, int side) {
    return Median.of(Arrays.copyOfRange(days, k, k + side), side)
        - Median.of(Arrays.copyOfRange(days, k - side, k), side);
  }

  private double rate(int k) {
    return (mean.of(element, k, k) - mean.of(element, k - 1, k)) / (days[k] - days[k - 1]);
  }

  private static double median(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return Double.NaN;
      }
    }
    return Median.of(values, values.length);
  }
}

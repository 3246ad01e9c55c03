package space.maneuver.features.gap;

import java.util.Arrays;
import space.maneuver.math.Median;
import space.maneuver.math.SortedWindow;

/**
 * The jumps of one mean element across gaps: the median over the next few steps minus the median
 * over the last few, both as they appear from the step after the gap.
 */
final class MedianSteps {

  /** Days over whose daily rates the slope is taken, and the fewest gaps. */
  private static final int SLOPE_DAYS = 60;

  private static final int FEWEST_GAPS = 15;

  private final MeanElements mean;
  private final MeanElements.Element element;
  private final double[] days;
  private final double[] slopes;

  MedianSteps(double[] days, Cadence cadence, MeanElements mean, MeanElements.Element element) {
    this.days = days;
    this.mean = mean;
    this.element = element;
    double[] rates = new double[days.length];
    rates[0] = Double.NaN;
    slopes = new double[days.length];
    SortedWindow recent = new SortedWindow(rates, SLOPE_DAYS);
    for (int k = 1; k < days.length; k++) {
      rates[k] = (mean.of(element, k, k) - mean.of(element, k - 1, k)) / (days[k] - days[k - 1]);
      recent.startAt(Math.max(1, k + 1 - cadence.steps(SLOPE_DAYS, FEWEST_GAPS, k)));
      recent.add(k);
      double slope = recent.median();
      slopes[k] = Double.isNaN(slope) ? 0 : slope;
    }
  }

  /** Median daily rate of the last 60 days' gaps up to gap k, km/d; 0 before there is any. */
  double slope(int k) {
    return slopes[k];
  }

  /** Jump at gap k over a number of steps on each side, slope included, km. */
  double jump(int k, int side) {
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

  /** Time between the medians of both sides of a jump, d; NaN where there is none. */
  double span(int k, int side) {
    return k < side || k + side > days.length
        ? Double.NaN
        : Median.of(Arrays.copyOfRange(days, k, k + side), side)
            - Median.of(Arrays.copyOfRange(days, k - side, k), side);
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

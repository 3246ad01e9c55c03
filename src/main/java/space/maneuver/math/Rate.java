package space.maneuver.math;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Events per year. Its interval treats events as independent, and is too narrow where some objects
 * have most of them.
 *
 * @param count number of events
 * @param years time in which they were counted
 * @param perYear {@code count / years}; null without time
 * @param interval exact 95 % interval of the mean of a Poisson distribution (Garwood 1936), per
 *     year; null without time
 */
public record Rate(int count, double years, @Nullable Double perYear, @Nullable Interval interval) {

  private static final double TAIL = 0.025;

  /**
   * Creates a rate.
   *
   * @throws IllegalArgumentException if either is negative
   */
  public static Rate of(int count, double years) {
    if (count < 0 || !(years >= 0)) {
      throw new IllegalArgumentException(count + " events in " + years + " years");
    }
    if (years == 0) {
      return new Rate(count, years, null, null);
    }
    double low = count == 0 ? 0 : quantile(TAIL, 2.0 * count);
    double high = quantile(1 - TAIL, 2.0 * count + 2);
    return new Rate(count, years, count / years, new Interval(low / years, high / years));
  }

  private static double quantile(double probability, double degreesOfFreedom) {
    return new ChiSquaredDistribution(degreesOfFreedom).inverseCumulativeProbability(probability)
        / 2;
  }
}

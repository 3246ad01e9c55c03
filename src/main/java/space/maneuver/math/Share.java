package space.maneuver.math;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * The share of cases that have a property. Its interval treats cases as independent, and is too
 * narrow where satellites differ.
 *
 * @param count number of cases that have it
 * @param of number of cases
 * @param share {@code count / of}, 0 to 1; null without cases
 * @param interval 95 % score interval of the share (Wilson 1927), which has a width even if no case
 *     or every case has the property; null without cases
 */
public record Share(int count, int of, @Nullable Double share, @Nullable Interval interval) {

  private static final double CONFIDENCE = 0.95;

  /**
   * Creates a share from counts.
   *
   * @throws IllegalArgumentException if {@code count} is not between 0 and {@code of}
   */
  public static Share of(int count, int of) {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + " cases");
    }
    if (of == 0) {
      return new Share(0, 0, null, null);
    }
    double share = (double) count / of;
    ConfidenceInterval wilson = BinomialProportion.getWilsonScoreInterval(of, share, CONFIDENCE);
    return new Share(
        count,
        of,
        share,
        new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound())));
  }
}

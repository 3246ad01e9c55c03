package space.maneuver.features.gap;

import java.util.Arrays;
import space.maneuver.math.Medians;

/**
 * Converts time spans to numbers of steps. At about one step a day, a day is a step; where steps
 * are further apart, spans keep their length and contain fewer steps, so that a channel means the
 * same at every cadence. Values at a step depend on no later step.
 */
final class Cadence {

  private static final int GAPS = 20;
  private static final int FEWEST_GAPS = 5;
  private static final double DAILY = 1.5;

  private final double[] typical;

  /**
   * The cadence of some steps.
   *
   * @param days epochs, ascending
   */
  Cadence(double[] days) {
    typical = new double[days.length];
    for (int k = 0; k < typical.length; k++) {
      typical[k] = typical(days, k);
    }
  }

  /**
   * Median of the last 20 gaps up to step k, d; 1 if it is at most 1.5 d or of fewer than 5 gaps.
   */
  double typicalGap(int k) {
    return typical[k];
  }

  /** Number of steps in a span of days at step k, at least {@code fewest}. */
  int steps(int days, int fewest, int k) {
    // At one step a day, the usual case, without the division.
    return Math.max(fewest, typical[k] == 1 ? days : (int) Math.round(days / typical[k]));
  }

  private static double typical(double[] days, int k) {
    int count = Math.min(k, GAPS);
    if (count < FEWEST_GAPS) {
      return 1;
    }
    double[] gaps = new double[count];
    Arrays.setAll(gaps, i -> days[k - i] - days[k - i - 1]);
    double median = Medians.sorting(gaps, count);
    return median <= DAILY ? 1 : median;
  }
}

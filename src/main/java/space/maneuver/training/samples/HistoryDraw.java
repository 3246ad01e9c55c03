package space.maneuver.training.samples;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws histories with a probability proportional to their length to the power 0.7, so that long
 * ones do not dominate. Simulated ones get a fixed share if there are real ones, which alone show
 * real noise.
 */
final class HistoryDraw {

  private static final double LENGTH_POWER = 0.7;

  private final double[] cumulative;

  /**
   * Creates the distribution.
   *
   * @param lengths lengths of the histories, each above 0
   * @param simulated which of them are simulated
   * @param shareOfSimulated share of the draws for simulated ones, 0 to 1
   */
  HistoryDraw(double[] lengths, boolean[] simulated, double shareOfSimulated) {
    double[] sums = new double[2];
    for (int i = 0; i < lengths.length; i++) {
      sums[simulated[i] ? 1 : 0] += Math.pow(lengths[i], LENGTH_POWER);
    }
    double factor =
        sums[0] > 0 && sums[1] > 0
            ? shareOfSimulated / (1 - shareOfSimulated) * sums[0] / sums[1]
            : 1;
    cumulative = new double[lengths.length];
    double sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      sum += Math.pow(lengths[i], LENGTH_POWER) * (simulated[i] ? factor : 1);
      cumulative[i] = sum;
    }
  }

  /** Creates the distribution of histories of one kind. */
  HistoryDraw(double[] lengths) {
    this(lengths, new boolean[lengths.length], 0);
  }

  /** Draws the index of a history. */
  int next(SplittableRandom random) {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
  }
}

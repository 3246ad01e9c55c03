package space.maneuver.detection.reconstruction;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Trajectories.OrbitDifference;
import space.maneuver.math.Medians;

/**
 * How much the predictions of an object's elsets miss their neighbours in quiet times: robust
 * standard deviations, which burns in a few gaps do not move.
 *
 * @param forward along the track, of predictions into the future, km per day
 * @param backward along the track, of predictions into the past, km per day
 * @param semiMajorAxis km
 */
record PredictionNoise(double forward, double backward, double semiMajorAxis) {

  /** Gaps on each side that noise is taken from. */
  static final int GAPS = 60;

  /** Two elsets of one pass say little of what a day brings. */
  private static final double SHORTEST_GAP = 0.3;

  /** Least noise, of the order of the last digits of a two-line element set. */
  private static final double LEAST_RATE = 0.02;

  private static final double LEAST_AXIS = 1e-4;

  /**
   * From gaps.
   *
   * @param gaps days
   * @param forward the later elset less what the earlier one predicts; null where it cannot
   * @param backward the earlier elset less what the later one predicts; null where it cannot
   */
  static PredictionNoise of(
      double[] gaps, @Nullable OrbitDifference[] forward, @Nullable OrbitDifference[] backward) {
    double gap = gaps.length == 0 ? 1 : Math.max(SHORTEST_GAP, Medians.of(gaps));
    return new PredictionNoise(
        Math.max(LEAST_RATE, Medians.sigma(rates(gaps, forward, OrbitDifference::alongTrack))),
        Math.max(LEAST_RATE, Medians.sigma(rates(gaps, backward, OrbitDifference::alongTrack))),
        Math.max(
            LEAST_AXIS, gap * Medians.sigma(rates(gaps, forward, OrbitDifference::semiMajorAxis))));
  }

  private static double[] rates(
      double[] gaps,
      @Nullable OrbitDifference[] misses,
      ToDoubleFunction<OrbitDifference> component) {
    double[] rates = new double[gaps.length];
    int count = 0;
    for (int k = 0; k < gaps.length; k++) {
      OrbitDifference miss = misses[k];
      if (miss != null) {
        rates[count++] = component.applyAsDouble(miss) / Math.max(SHORTEST_GAP, gaps[k]);
      }
    }
    return Arrays.copyOf(rates, count);
  }
}

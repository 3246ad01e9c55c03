package space.maneuver.evaluation.metrics.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Window scores for one window length.
 *
 * @param satellites scores by name, in the order given, without satellites that have no usable
 *     window
 * @param pooled score over all windows
 * @param mean mean over the satellites with both classes; null if there are none
 * @param dropped numbers of windows that were not scored
 */
public record WindowScores(
    Map<String, WindowScore> satellites, WindowScore pooled, @Nullable Mean mean, Dropped dropped) {

  /** Arithmetic means of the figures in {@link WindowScore}, 0 to 1. */
  public record Mean(
      double prevalence,
      double auroc,
      double averagePrecision,
      double bestF1,
      double f1AtHalf,
      double balancedAccuracyAtHalf) {}

  /**
   * Numbers of windows left out, by the first reason that applies.
   *
   * @param span windows outside the time covered by element sets and labels
   * @param empty windows with too few element sets
   * @param ambiguous windows with a burn too close to one of the ends
   */
  public record Dropped(int span, int empty, int ambiguous) {}
}

package space.maneuver.evaluation.metrics.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Window scores for one window length.
 *
 * @param satellites by name, in the order they were given; those without a usable window are
 *     missing
 * @param pooled over all windows
 * @param mean over the satellites that have both classes; null when none has
 * @param dropped windows that were not scored
 */
public record WindowScores(
    Map<String, WindowScore> satellites, WindowScore pooled, @Nullable Mean mean, Dropped dropped) {

  /** Arithmetic means of the figures of the same name in {@link WindowScore}, 0 to 1. */
  public record Mean(
      double prevalence,
      double auroc,
      double averagePrecision,
      double bestF1,
      double f1AtHalf,
      double balancedAccuracyAtHalf) {}

  /**
   * Windows left out, by the first reason that applies.
   *
   * @param span outside the time that element sets and labels cover
   * @param empty with too few element sets
   * @param ambiguous with a burn too near one of the ends
   */
  public record Dropped(int span, int empty, int ambiguous) {}
}

package space.maneuver.evaluation.metrics.windows;

import space.maneuver.detection.search.WindowProbability;
import space.maneuver.evaluation.metrics.events.ReferenceDays;

/**
 * A window and its score for a burn starting in it.
 *
 * @param start start, days since 1970-01-01T00:00 UTC
 * @param end end, exclusive, same days
 * @param score finite score, higher for more confident; a probability where calibration is measured
 */
public record ScoredWindow(double start, double end, double score) {

  /**
   * @throws IllegalArgumentException if the score is not finite
   */
  public ScoredWindow {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "the score of the window at " + start + " d must be finite, not " + score);
    }
    score += 0.0; // -0.0 becomes 0.0, its equal
  }

  /** Returns a window with its probability as score. */
  public static ScoredWindow of(WindowProbability window) {
    return new ScoredWindow(
        ReferenceDays.of(window.start()), ReferenceDays.of(window.end()), window.probability());
  }
}

package space.maneuver.evaluation.metrics.windows;

import space.maneuver.detection.search.WindowProbability;
import space.maneuver.evaluation.metrics.events.ReferenceDays;

/**
 * A detector's answer to whether a burn starts in a window.
 *
 * @param start begin, days since 1970-01-01T00:00 UTC
 * @param end end, not part of the window
 * @param score the higher, the surer; finite; a probability where calibration is asked for
 */
public record ScoredWindow(double start, double end, double score) {

  /**
   * @throws IllegalArgumentException when the score is not finite
   */
  public ScoredWindow {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("window at " + start + " d with score " + score);
    }
    score += 0.0; // -0.0 becomes 0.0, its equal
  }

  /** The window with its probability as score. */
  public static ScoredWindow of(WindowProbability window) {
    return new ScoredWindow(
        ReferenceDays.of(window.start()), ReferenceDays.of(window.end()), window.probability());
  }
}

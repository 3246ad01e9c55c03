package space.maneuver.evaluation.metrics.events;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver;

/**
 * A detected maneuver.
 *
 * @param time best estimate of its time, days since 1970-01-01T00:00 UTC
 * @param score finite score on any scale, higher for more confident
 * @param estimate interval, type and delta-v; null if there are none
 */
public record Detection(double time, double score, @Nullable Estimate estimate) {

  /** Orders by falling score, then by time. */
  public static final Comparator<Detection> SUREST_FIRST =
      Comparator.comparingDouble(Detection::score).reversed().thenComparingDouble(Detection::time);

  /**
   * @throws IllegalArgumentException if time or score is not finite
   */
  public Detection {
    if (!Double.isFinite(time) || !Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "time and score of a detection must be finite, not " + time + " d and " + score);
    }
    score += 0.0; // -0.0 becomes 0.0, its equal
  }

  /** Creates a detection with nothing but time and score. */
  public Detection(double time, double score) {
    this(time, score, null);
  }

  /** Returns a maneuver as a detection; its epoch is truncated to microseconds. */
  public static Detection of(Maneuver maneuver) {
    return new Detection(
        ReferenceDays.of(maneuver.epoch()), maneuver.confidence(), Estimate.of(maneuver));
  }

  /** Returns this detection with another score. */
  public Detection withScore(double other) {
    return new Detection(time, other, estimate);
  }
}

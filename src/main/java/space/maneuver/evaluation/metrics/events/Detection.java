package space.maneuver.evaluation.metrics.events;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver;

/**
 * A time at which a detector sees a maneuver.
 *
 * @param time days since 1970-01-01T00:00 UTC
 * @param score the higher, the surer; any finite scale
 * @param estimate what else it says; null where it says no more
 */
public record Detection(double time, double score, @Nullable Estimate estimate) {

  /** Surest first, of equally sure ones the earliest. */
  public static final Comparator<Detection> SUREST_FIRST =
      Comparator.comparingDouble(Detection::score).reversed().thenComparingDouble(Detection::time);

  /**
   * @throws IllegalArgumentException when time or score is not finite
   */
  public Detection {
    if (!Double.isFinite(time) || !Double.isFinite(score)) {
      throw new IllegalArgumentException("detection at " + time + " d with score " + score);
    }
    score += 0.0; // -0.0 becomes 0.0, its equal
  }

  /** Says time and score only. */
  public Detection(double time, double score) {
    this(time, score, null);
  }

  /** The maneuver's best epoch, cut to microseconds, its confidence and the rest of it. */
  public static Detection of(Maneuver maneuver) {
    return new Detection(
        ReferenceDays.of(maneuver.epoch()), maneuver.confidence(), Estimate.of(maneuver));
  }

  /** The same with another score. */
  public Detection withScore(double other) {
    return new Detection(time, other, estimate);
  }
}

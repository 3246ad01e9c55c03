package space.maneuver.evaluation;

import java.time.Instant;
import java.util.Comparator;
import space.maneuver.detection.Maneuver;

/**
 * A time at which a detector sees a maneuver.
 *
 * @param time days since 1970-01-01T00:00 UTC
 * @param score the higher, the surer; any finite scale
 */
public record Detection(double time, double score) {

  /** Surest first, of equally sure ones the earliest. */
  static final Comparator<Detection> SUREST_FIRST =
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

  /** A detection at an instant, cut to microseconds. */
  public static Detection of(Instant epoch, double score) {
    return new Detection(Days.of(epoch), score);
  }

  /** The maneuver's best epoch and its confidence. */
  public static Detection of(Maneuver maneuver) {
    return of(maneuver.epoch(), maneuver.confidence());
  }
}

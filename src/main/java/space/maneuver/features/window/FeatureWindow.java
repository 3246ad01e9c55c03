package space.maneuver.features.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * The steps of one object within 30 or 60 days, in the channels of a schema.
 *
 * @param id the caller's identifier, returned unchanged
 * @param noradId catalogue number, if known
 * @param start start of the first day, if known
 * @param regime orbit regime, if known; selects the calibration
 * @param days length, d
 * @param width number of channels
 * @param values steps x width, row-major; NaN is a missing value, a row of NaN a missing step; not
 *     copied, so neither side may change it
 */
public record FeatureWindow(
    @Nullable String id,
    @Nullable Integer noradId,
    @Nullable Instant start,
    @Nullable OrbitRegime regime,
    int days,
    int width,
    float[] values) {

  /** Creates a window of unknown regime. */
  public FeatureWindow(
      @Nullable String id,
      @Nullable Integer noradId,
      @Nullable Instant start,
      int days,
      int width,
      float[] values) {
    this(id, noradId, start, null, days, width, values);
  }

  public int steps() {
    return values.length / width;
  }

  /** Whether any step has a value. */
  public boolean observed() {
    for (int step = 0; step < steps(); step++) {
      if (observed(step)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the step has a value. */
  public boolean observed(int step) {
    for (int column = 0; column < width; column++) {
      if (!Float.isNaN(values[step * width + column])) {
        return true;
      }
    }
    return false;
  }
}

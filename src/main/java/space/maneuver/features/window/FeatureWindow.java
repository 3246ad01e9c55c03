package space.maneuver.features.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * The steps of one object within 30 or 60 days, in the units of a schema.
 *
 * @param id the caller's mark, returned as it came
 * @param noradId catalogue number, if known
 * @param start begin of the first day, if known
 * @param regime of the orbit, if known; with it a probability is calibrated for it
 * @param days length, d
 * @param width numbers per step
 * @param values steps x width, row by row; NaN is a missing number, a row of NaN a missing step;
 *     not copied, so neither side may change it
 */
public record FeatureWindow(
    @Nullable String id,
    @Nullable Integer noradId,
    @Nullable Instant start,
    @Nullable OrbitRegime regime,
    int days,
    int width,
    float[] values) {

  /** Of an unknown regime. */
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

  /** Whether any step has any number. */
  public boolean observed() {
    for (int step = 0; step < steps(); step++) {
      if (observed(step)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the step has any number. */
  public boolean observed(int step) {
    for (int column = 0; column < width; column++) {
      if (!Float.isNaN(values[step * width + column])) {
        return true;
      }
    }
    return false;
  }
}

package space.maneuver.web.predictions;

import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.web.problem.Fault;

/**
 * What became of one window of a request: exactly one of window and fault.
 *
 * @param id the caller's mark, as far as it could be read
 * @param window null when refused
 * @param fault null when usable
 */
record WindowOutcome(@Nullable String id, @Nullable FeatureWindow window, @Nullable Fault fault) {

  static WindowOutcome refused(@Nullable String id, Fault fault) {
    return new WindowOutcome(id, null, fault);
  }
}

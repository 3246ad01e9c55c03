package space.maneuver.web.predictions;

import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.web.problem.Fault;

/**
 * The result of reading one window of a request: exactly one of window and fault.
 *
 * @param id chosen by the caller; null if there is none or it could not be read
 * @param window null if the window was refused
 * @param fault null if the window is usable
 */
record WindowOutcome(@Nullable String id, @Nullable FeatureWindow window, @Nullable Fault fault) {

  static WindowOutcome refused(@Nullable String id, Fault fault) {
    return new WindowOutcome(id, null, fault);
  }
}

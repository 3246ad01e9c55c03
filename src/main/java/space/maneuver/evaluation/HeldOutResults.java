package space.maneuver.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.SatelliteResult;

/**
 * What networks said of objects that they never saw, not yet calibrated.
 *
 * @param satellites with published burns, by name
 * @param quiet objects without burns
 * @param learningCurves by training: the loss after each hundredth of it
 */
public record HeldOutResults(
    Map<String, SatelliteResult> satellites,
    List<QuietObject> quiet,
    Map<String, List<Double>> learningCurves) {

  /** Keeps the order of the maps. */
  public HeldOutResults {
    satellites = Collections.unmodifiableMap(new LinkedHashMap<>(satellites));
    quiet = List.copyOf(quiet);
    learningCurves = Collections.unmodifiableMap(new LinkedHashMap<>(learningCurves));
  }
}

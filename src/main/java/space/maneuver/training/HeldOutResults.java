package space.maneuver.training;

import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.QuietObject;
import space.maneuver.evaluation.SatelliteResult;

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
    Map<String, List<Double>> learningCurves) {}

package space.maneuver.evaluation.metrics;

import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowedSatellite;

/**
 * The results of a model on one satellite.
 *
 * @param satellite the satellite with its published burns
 * @param detections detections in any order, including those below any threshold
 * @param windows probabilities by window length in days, with nothing outside a window used
 * @param windowsInContext probabilities of the same windows in full context; empty if the model
 *     never looks beyond a window
 * @param delayed detections by the number of element sets after the first one that follows the
 *     burn; empty if they were not computed
 * @param provisional detections with time, type and delta-v, at most one for each counted event, in
 *     histories that end that many element sets after the first one that follows the event; empty
 *     if they were not computed
 */
public record SatelliteResult(
    LabelledSatellite satellite,
    List<Detection> detections,
    Map<Integer, List<ScoredWindow>> windows,
    Map<Integer, List<ScoredWindow>> windowsInContext,
    Map<Integer, List<Detection>> delayed,
    Map<Integer, List<Detection>> provisional) {

  public SatelliteResult {
    detections = List.copyOf(detections);
    windows = Map.copyOf(windows);
    windowsInContext = Map.copyOf(windowsInContext);
    delayed = Map.copyOf(delayed);
    provisional = Map.copyOf(provisional);
  }

  /** Creates the results of a model that never looks beyond a window. */
  public SatelliteResult(
      LabelledSatellite satellite,
      List<Detection> detections,
      Map<Integer, List<ScoredWindow>> windows) {
    this(satellite, detections, windows, Map.of(), Map.of(), Map.of());
  }

  /** Creates the results of a model without its detections soon after a burn. */
  public SatelliteResult(
      LabelledSatellite satellite,
      List<Detection> detections,
      Map<Integer, List<ScoredWindow>> windows,
      Map<Integer, List<ScoredWindow>> windowsInContext) {
    this(satellite, detections, windows, windowsInContext, Map.of(), Map.of());
  }

  /** Returns the detections in the whole history. */
  public DetectedSatellite detected() {
    return new DetectedSatellite(satellite, detections);
  }

  /** Returns the detections that many element sets after the first one that follows each burn. */
  public DetectedSatellite detected(int delay) {
    return new DetectedSatellite(satellite, delayed.getOrDefault(delay, List.of()));
  }

  /** Returns the provisional detections that many element sets after the first one. */
  public DetectedSatellite provisional(int delay) {
    return new DetectedSatellite(satellite, provisional.getOrDefault(delay, List.of()));
  }

  /** Returns the windows of one length, d; may be empty. */
  public WindowedSatellite windowed(int days) {
    return new WindowedSatellite(satellite, windows.getOrDefault(days, List.of()));
  }

  /** Returns the windows of one length, d, in full context; may be empty. */
  public WindowedSatellite windowedInContext(int days) {
    return new WindowedSatellite(satellite, windowsInContext.getOrDefault(days, List.of()));
  }
}

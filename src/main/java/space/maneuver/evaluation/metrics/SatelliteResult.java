package space.maneuver.evaluation.metrics;

import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.events.DetectedSatellite;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.metrics.windows.WindowedSatellite;

/**
 * All that a model that never saw a satellite said of it.
 *
 * @param satellite the published burns
 * @param detections in any order, also those below any threshold
 * @param windows by window length in days, with probabilities as scores; nothing outside a window
 *     was used
 * @param windowsInContext the same seen with everything around them; empty where the model never
 *     looks beyond a window
 * @param delayed detections by the number of element sets seen after the one that follows the burn;
 *     empty where that was not asked
 */
public record SatelliteResult(
    LabelledSatellite satellite,
    List<Detection> detections,
    Map<Integer, List<ScoredWindow>> windows,
    Map<Integer, List<ScoredWindow>> windowsInContext,
    Map<Integer, List<Detection>> delayed) {

  public SatelliteResult {
    detections = List.copyOf(detections);
    windows = Map.copyOf(windows);
    windowsInContext = Map.copyOf(windowsInContext);
    delayed = Map.copyOf(delayed);
  }

  /** Of a model that never looks beyond a window. */
  public SatelliteResult(
      LabelledSatellite satellite,
      List<Detection> detections,
      Map<Integer, List<ScoredWindow>> windows) {
    this(satellite, detections, windows, Map.of(), Map.of());
  }

  /** Its events. */
  public DetectedSatellite detected() {
    return new DetectedSatellite(satellite, detections);
  }

  /** Its events so many element sets after the one that follows each burn. */
  public DetectedSatellite detected(int delay) {
    return new DetectedSatellite(satellite, delayed.getOrDefault(delay, List.of()));
  }

  /** Its windows of one length, in days; none if there are none. */
  public WindowedSatellite windowed(int days) {
    return new WindowedSatellite(satellite, windows.getOrDefault(days, List.of()));
  }

  /** The same seen with everything around them. */
  public WindowedSatellite windowedInContext(int days) {
    return new WindowedSatellite(satellite, windowsInContext.getOrDefault(days, List.of()));
  }
}

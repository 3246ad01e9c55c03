package space.maneuver.evaluation;

import java.util.List;
import java.util.Map;

/**
 * All that a model that never saw a satellite said of it.
 *
 * @param satellite the published burns
 * @param detections in any order, also those below any threshold
 * @param windows by window length in days, with probabilities as scores
 */
public record SatelliteResult(
    LabelledSatellite satellite,
    List<Detection> detections,
    Map<Integer, List<ScoredWindow>> windows) {

  public SatelliteResult {
    detections = List.copyOf(detections);
    windows = Map.copyOf(windows);
  }

  DetectedSatellite detected() {
    return new DetectedSatellite(satellite, detections);
  }

  WindowedSatellite windowed(int days) {
    return new WindowedSatellite(satellite, windows.getOrDefault(days, List.of()));
  }
}

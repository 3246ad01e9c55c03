package space.maneuver.evaluation;

import java.util.List;

/**
 * A satellite and what was detected of it.
 *
 * @param satellite the published burns
 * @param detections in any order, also those below any threshold
 */
public record DetectedSatellite(LabelledSatellite satellite, List<Detection> detections) {

  public DetectedSatellite {
    detections = List.copyOf(detections);
  }
}

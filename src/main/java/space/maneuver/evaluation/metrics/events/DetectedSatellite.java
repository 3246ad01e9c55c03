package space.maneuver.evaluation.metrics.events;

import java.util.List;
import java.util.stream.Stream;
import space.maneuver.evaluation.metrics.events.Outcome.Verdict;

/**
 * A satellite and its detections.
 *
 * @param satellite the satellite with its published burns
 * @param detections detections in any order, including those below any threshold
 */
public record DetectedSatellite(LabelledSatellite satellite, List<Detection> detections) {

  public DetectedSatellite {
    detections = List.copyOf(detections);
  }

  /** Returns the detections that found an event of the labelled span. */
  Stream<Outcome> hits(MatchMode mode, double threshold) {
    return EventMatcher.match(new EventTruth(satellite), detections, mode).stream()
        .filter(outcome -> outcome.is(Verdict.HIT))
        .filter(hit -> hit.detection().score() >= threshold);
  }
}

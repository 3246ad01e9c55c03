package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import space.maneuver.detection.Detector;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.Event;
import space.maneuver.evaluation.metrics.events.EventTruth;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.events.MatchMode;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * What the service reports soon after each event: the whole detection, with time, type and delta-v,
 * in the history up to a few element sets after the event.
 */
final class ProvisionalDetections {

  /** Numbers of element sets after the first one that follows the event. */
  static final List<Integer> DELAYS = List.of(1, 3);

  /** More than the scaling of the features looks back, so that earlier ones change nothing. */
  private static final int ELEMENT_SETS = 400;

  /** Raw probability far below any threshold, which saves the time of unlikely candidates. */
  static final double LEAST_SCORE = 0.05;

  private ProvisionalDetections() {}

  /**
   * Returns for each of {@link #DELAYS} the most probable detection of each counted event that is
   * detected by then.
   */
  static Map<Integer, List<Detection>> of(
      ManeuverModel model, LabelledHistory satellite, SolarFlux solarFlux) {
    Detector detector = new Detector(model, solarFlux);
    EventTruth truth =
        new EventTruth(
            LabelledSatellite.of(satellite.name(), satellite.history(), satellite.burns()));
    List<ElementSet> elements = satellite.history().elements();
    Map<Integer, List<Detection>> byDelay = new TreeMap<>();
    for (int delay : DELAYS) {
      List<Detection> detections = new ArrayList<>();
      for (Event event : truth.counted()) {
        int end = firstAfter(elements, event.end()) + delay + 1;
        if (end <= elements.size()) {
          History known = new History(elements.subList(Math.max(0, end - ELEMENT_SETS), end));
          surest(detector, known, truth, event).ifPresent(detections::add);
        }
      }
      byDelay.put(delay, detections);
    }
    return byDelay;
  }

  private static Optional<Detection> surest(
      Detector detector, History known, EventTruth truth, Event event) {
    return detector.detect(known, LEAST_SCORE).withKinds(Kind.LISTED).maneuvers().stream()
        .map(Detection::of)
        .filter(detection -> truth.matches(detection.time(), event, MatchMode.GAP))
        .min(Detection.SUREST_FIRST);
  }

  private static int firstAfter(List<ElementSet> elements, double days) {
    int k = 0;
    while (k < elements.size() && elements.get(k).epochDays() <= days) {
      k++;
    }
    return k;
  }
}

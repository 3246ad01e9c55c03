package space.maneuver.web;

import java.util.List;
import space.maneuver.detection.ObjectReport;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.Rejection;

/**
 * What was found of the objects of a request.
 *
 * @param model that found it
 * @param objects one report each, in the order in which they first appear
 * @param rejected the first of the records that were not usable
 * @param rejectedCount number of all of them
 */
public record DetectionsAnswer(
    ModelReference model,
    List<ObjectReport> objects,
    List<RejectedRecord> rejected,
    int rejectedCount) {

  /** The answer to element sets that were read elsewhere. */
  public static DetectionsAnswer of(
      ManeuverModel model, List<ObjectReport> objects, List<Rejection> rejected) {
    return new DetectionsAnswer(
        ModelReference.of(model),
        objects,
        rejected.stream().map(RejectedRecord::of).toList(),
        rejected.size());
  }
}

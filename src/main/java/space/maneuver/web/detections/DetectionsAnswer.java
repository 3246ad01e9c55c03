package space.maneuver.web.detections;

import java.util.List;
import space.maneuver.web.elements.RejectedRecord;
import space.maneuver.web.models.ModelReference;

/**
 * What was found of the objects of a request.
 *
 * @param model that found it
 * @param objects one {@link space.maneuver.detection.ObjectReport} each, or what is wanted of it,
 *     in the order in which they first appear
 * @param rejected the first of the records that were not usable
 * @param rejectedCount number of all of them
 */
record DetectionsAnswer(
    ModelReference model, List<?> objects, List<RejectedRecord> rejected, int rejectedCount) {}

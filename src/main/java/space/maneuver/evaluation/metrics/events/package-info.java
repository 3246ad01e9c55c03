/**
 * Matching of detections to published maneuvers and the scores that follow from it, in agreement
 * with the reference scorers to the last digit.
 */
@NullMarked
package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.NullMarked;

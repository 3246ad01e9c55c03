/**
 * Matching of detections to published maneuvers, and what follows from it. Agrees with the
 * reference scorers to the last digit.
 */
@NullMarked
package space.maneuver.evaluation.metrics.events;

import org.jspecify.annotations.NullMarked;

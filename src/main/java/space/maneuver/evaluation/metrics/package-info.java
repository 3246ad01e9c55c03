/** Figures of an orbit regime and their uncertainty. */
@NullMarked
package space.maneuver.evaluation.metrics;

import org.jspecify.annotations.NullMarked;

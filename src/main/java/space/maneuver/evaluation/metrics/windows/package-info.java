/** Scores of windows: how well a model tells whether a maneuver starts in a window. */
@NullMarked
package space.maneuver.evaluation.metrics.windows;

import org.jspecify.annotations.NullMarked;

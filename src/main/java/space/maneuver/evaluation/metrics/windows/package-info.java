/** Scores of windows: does a maneuver start in it? */
@NullMarked
package space.maneuver.evaluation.metrics.windows;

import org.jspecify.annotations.NullMarked;

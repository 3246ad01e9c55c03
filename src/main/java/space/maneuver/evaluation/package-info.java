/** Matching, metrics and reports; agrees with the published scorers to the last digit. */
@NullMarked
package space.maneuver.evaluation;

import org.jspecify.annotations.NullMarked;

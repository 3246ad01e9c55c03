/** Answers that must stay as they are. */
@NullMarked
package space.maneuver.golden;

import org.jspecify.annotations.NullMarked;

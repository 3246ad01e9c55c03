/** Training samples drawn from labelled histories. */
@NullMarked
package space.maneuver.training.samples;

import org.jspecify.annotations.NullMarked;

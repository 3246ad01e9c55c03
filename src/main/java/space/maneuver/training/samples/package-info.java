/** The samples that a network is trained on, drawn from labelled histories. */
@NullMarked
package space.maneuver.training.samples;

import org.jspecify.annotations.NullMarked;

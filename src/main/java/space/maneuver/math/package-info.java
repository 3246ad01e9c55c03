/** Statistics, fits and angles that several packages need, each once. */
@NullMarked
package space.maneuver.math;

import org.jspecify.annotations.NullMarked;

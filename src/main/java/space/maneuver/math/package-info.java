/** Statistics, fits, angles and constants shared by several packages. */
@NullMarked
package space.maneuver.math;

import org.jspecify.annotations.NullMarked;

/** The job that makes a bundle. */
@NullMarked
package space.maneuver.training;

import org.jspecify.annotations.NullMarked;

/** The files of a bundle, their contents and their checks. */
@NullMarked
package space.maneuver.model.bundle;

import org.jspecify.annotations.NullMarked;

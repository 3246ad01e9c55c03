/** The program: one jar that is the web service and, with an argument, its commands. */
@NullMarked
package space.maneuver;

import org.jspecify.annotations.NullMarked;

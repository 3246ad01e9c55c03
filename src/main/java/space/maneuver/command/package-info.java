/** The command line. It may depend on every other package. */
@NullMarked
package space.maneuver.command;

import org.jspecify.annotations.NullMarked;

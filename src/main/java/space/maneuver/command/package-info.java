/** The command line. May use everything. */
@NullMarked
package space.maneuver.command;

import org.jspecify.annotations.NullMarked;

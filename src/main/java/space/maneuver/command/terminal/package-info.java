/** What commands show in a terminal besides their results: messages, progress and help. */
@NullMarked
package space.maneuver.command.terminal;

import org.jspecify.annotations.NullMarked;

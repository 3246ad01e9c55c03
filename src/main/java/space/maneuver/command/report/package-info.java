/** What {@code detect} prints of each object. */
@NullMarked
package space.maneuver.command.report;

import org.jspecify.annotations.NullMarked;

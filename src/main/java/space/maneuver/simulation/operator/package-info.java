/** How simulated operators maneuver. */
@NullMarked
package space.maneuver.simulation.operator;

import org.jspecify.annotations.NullMarked;

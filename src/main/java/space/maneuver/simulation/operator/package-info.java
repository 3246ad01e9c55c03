/** Simulated operators and their maneuvers. */
@NullMarked
package space.maneuver.simulation.operator;

import org.jspecify.annotations.NullMarked;

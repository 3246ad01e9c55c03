/** True orbits of simulated objects and the forces on them. */
@NullMarked
package space.maneuver.simulation.orbit;

import org.jspecify.annotations.NullMarked;

/** True orbits of simulated objects and the forces acting on them. */
@NullMarked
package space.maneuver.simulation.orbit;

import org.jspecify.annotations.NullMarked;

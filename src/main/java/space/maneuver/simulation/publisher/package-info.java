/** How element sets are fitted to simulated orbits and published: noise, cadence and lag. */
@NullMarked
package space.maneuver.simulation.publisher;

import org.jspecify.annotations.NullMarked;

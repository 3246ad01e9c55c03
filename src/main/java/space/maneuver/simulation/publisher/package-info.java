/** Orbit determination and publication of element sets: noise, cadence and lag. */
@NullMarked
package space.maneuver.simulation.publisher;

import org.jspecify.annotations.NullMarked;

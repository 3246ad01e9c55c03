/** Burns planted into real histories, whose noise, cadence and drag are kept. */
@NullMarked
package space.maneuver.simulation.planting;

import org.jspecify.annotations.NullMarked;

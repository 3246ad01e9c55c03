/** Simulated histories with known maneuvers, for training without data and for tests. */
@NullMarked
package space.maneuver.simulation;

import org.jspecify.annotations.NullMarked;

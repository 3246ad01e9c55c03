/** Estimates time, type and delta-v of a maneuver from the orbits before and after it. */
@NullMarked
package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.NullMarked;

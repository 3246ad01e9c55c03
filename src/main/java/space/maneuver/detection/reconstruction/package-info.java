/** When a maneuver was, of which type and how large, from the orbits before and after it. */
@NullMarked
package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.NullMarked;

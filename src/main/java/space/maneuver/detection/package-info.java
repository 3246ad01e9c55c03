/** Detects maneuvers in histories: the detector, and the report of an object. */
@NullMarked
package space.maneuver.detection;

import org.jspecify.annotations.NullMarked;

/** {@code POST /detections}: detects maneuvers in element sets. */
@NullMarked
package space.maneuver.web.detections;

import org.jspecify.annotations.NullMarked;

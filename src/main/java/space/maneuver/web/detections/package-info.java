/** {@code POST /detections}: from element sets to maneuvers. */
@NullMarked
package space.maneuver.web.detections;

import org.jspecify.annotations.NullMarked;

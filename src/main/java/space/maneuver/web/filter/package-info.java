/** Filters and valves that every request passes before it reaches a controller. */
@NullMarked
package space.maneuver.web.filter;

import org.jspecify.annotations.NullMarked;

/** What holds for every request before it reaches a controller. */
@NullMarked
package space.maneuver.web.filter;

import org.jspecify.annotations.NullMarked;

/** {@code POST /features}: from element sets to windows. */
@NullMarked
package space.maneuver.web.features;

import org.jspecify.annotations.NullMarked;

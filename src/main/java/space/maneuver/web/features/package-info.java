/** {@code POST /features}: computes feature windows from element sets. */
@NullMarked
package space.maneuver.web.features;

import org.jspecify.annotations.NullMarked;

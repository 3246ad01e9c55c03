/** Reads element sets from request bodies. */
@NullMarked
package space.maneuver.web.elements;

import org.jspecify.annotations.NullMarked;

/** Element sets in the body of a request. */
@NullMarked
package space.maneuver.web.elements;

import org.jspecify.annotations.NullMarked;

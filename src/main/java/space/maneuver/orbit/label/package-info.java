/**
 * Labelled histories: the element sets of an object together with the maneuvers that its operator
 * published.
 */
@NullMarked
package space.maneuver.orbit.label;

import org.jspecify.annotations.NullMarked;

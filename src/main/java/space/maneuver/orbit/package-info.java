/**
 * Element sets: what the public catalogues publish, read, checked and put in order. All quantities
 * carry their unit.
 */
@NullMarked
package space.maneuver.orbit;

import org.jspecify.annotations.NullMarked;

/** The maneuvers of the catalogue in the formats of other programs. */
@NullMarked
package space.maneuver.web.exports;

import org.jspecify.annotations.NullMarked;

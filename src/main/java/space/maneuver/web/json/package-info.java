/** Reads JSON that is mostly numbers: Jackson, with a short cut through lists of numbers. */
@NullMarked
package space.maneuver.web.json;

import org.jspecify.annotations.NullMarked;

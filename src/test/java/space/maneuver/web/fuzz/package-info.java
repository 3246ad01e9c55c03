/** Mutated requests, sent to the whole service as bytes. */
@NullMarked
package space.maneuver.web.fuzz;

import org.jspecify.annotations.NullMarked;

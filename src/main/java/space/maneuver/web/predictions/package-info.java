/** {@code POST /predictions}: from windows to probabilities. */
@NullMarked
package space.maneuver.web.predictions;

import org.jspecify.annotations.NullMarked;

/** {@code POST /predictions}: computes probabilities from feature windows. */
@NullMarked
package space.maneuver.web.predictions;

import org.jspecify.annotations.NullMarked;

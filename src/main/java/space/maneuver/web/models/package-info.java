/** {@code GET /models}, and the choice of the model that a request names. */
@NullMarked
package space.maneuver.web.models;

import org.jspecify.annotations.NullMarked;

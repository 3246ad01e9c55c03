/** {@code GET /models}, and the model that a request asks for. */
@NullMarked
package space.maneuver.web.models;

import org.jspecify.annotations.NullMarked;

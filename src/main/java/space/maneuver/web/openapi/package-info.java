/** The OpenAPI description beyond what the controllers say of themselves. */
@NullMarked
package space.maneuver.web.openapi;

import org.jspecify.annotations.NullMarked;

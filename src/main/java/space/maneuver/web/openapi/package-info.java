/** The parts of the OpenAPI document that are not annotations of controllers. */
@NullMarked
package space.maneuver.web.openapi;

import org.jspecify.annotations.NullMarked;

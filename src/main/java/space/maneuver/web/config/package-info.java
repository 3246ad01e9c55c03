/** Settings of the service and its start and stop. */
@NullMarked
package space.maneuver.web.config;

import org.jspecify.annotations.NullMarked;

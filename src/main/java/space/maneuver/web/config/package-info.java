/** Settings, startup and shutdown of the service. */
@NullMarked
package space.maneuver.web.config;

import org.jspecify.annotations.NullMarked;

/** Metrics, spans and health of the service. */
@NullMarked
package space.maneuver.web.metrics;

import org.jspecify.annotations.NullMarked;

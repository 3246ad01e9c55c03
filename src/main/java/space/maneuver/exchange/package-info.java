/** The output formats of maneuvers: JSON, NDJSON and CSV, for the service and the command line. */
@NullMarked
package space.maneuver.exchange;

import org.jspecify.annotations.NullMarked;

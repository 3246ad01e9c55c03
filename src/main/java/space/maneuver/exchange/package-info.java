/**
 * The output formats of maneuvers: JSON, NDJSON, CSV, CCSDS OCM and records of the Unified Data
 * Library, for the service and the command line.
 */
@NullMarked
package space.maneuver.exchange;

import org.jspecify.annotations.NullMarked;

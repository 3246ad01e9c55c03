/**
 * Readers and writers of the formats in which catalogues publish element sets: TLE, GP data as JSON
 * and CSV, and Orbit Mean-Elements Messages as XML and KVN. A reader holds one record at a time.
 */
@NullMarked
package space.maneuver.orbit.format;

import org.jspecify.annotations.NullMarked;

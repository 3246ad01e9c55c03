package space.maneuver.command;

import java.util.List;
import space.maneuver.orbit.format.Rejection;

/**
 * The outcome of reading the input files.
 *
 * @param rejected the first unusable records
 * @param rejectedCount number of all unusable records
 * @param complete whether every file could be read to its end
 */
record InputSummary(List<Rejection> rejected, long rejectedCount, boolean complete) {}

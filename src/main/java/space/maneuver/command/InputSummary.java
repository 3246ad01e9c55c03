package space.maneuver.command;

import java.util.List;
import space.maneuver.orbit.format.Rejection;

/**
 * What reading files left to say.
 *
 * @param rejected the first of the records that were not usable
 * @param rejectedCount number of all of them
 * @param complete whether every file could be read to its end
 */
record InputSummary(List<Rejection> rejected, long rejectedCount, boolean complete) {}

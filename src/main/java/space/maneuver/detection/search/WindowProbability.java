package space.maneuver.detection.search;

import java.time.Instant;

/**
 * Probability that a burn starts in [start, end).
 *
 * @param start begin of the window, 00:00 UTC
 * @param end end of the window, not in it
 * @param probability calibrated, 0 to 1
 */
public record WindowProbability(Instant start, Instant end, double probability) {}

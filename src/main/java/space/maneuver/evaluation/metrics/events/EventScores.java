package space.maneuver.evaluation.metrics.events;

import java.util.Map;

/**
 * Event scores in one match mode.
 *
 * @param satellites by name, in the order they were given
 * @param pooled over all of them, with one threshold
 */
public record EventScores(Map<String, EventScore> satellites, EventScore pooled) {}

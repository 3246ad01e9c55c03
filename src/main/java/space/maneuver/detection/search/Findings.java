package space.maneuver.detection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network finds in an arc.
 *
 * @param candidates the surest first
 * @param windows of 30 days at a stride of one day, in order of time
 * @param series what they rest on; null unless asked for
 */
public record Findings(
    List<Candidate> candidates, List<WindowProbability> windows, @Nullable ArcSeries series) {}

package space.maneuver.detection;

import java.util.List;

/**
 * What a network finds in an arc.
 *
 * @param candidates the surest first
 * @param windows of 30 days at a stride of one day, in order of time
 */
record Findings(List<Candidate> candidates, List<WindowProbability> windows) {

  static final Findings NONE = new Findings(List.of(), List.of());
}

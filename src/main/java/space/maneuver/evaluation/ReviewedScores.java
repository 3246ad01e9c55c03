package space.maneuver.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Leaves out of a satellite's results what nobody has reviewed: nobody knows whether it is false.
 * Of a satellite whose burns were all published, nothing is left out.
 */
final class ReviewedScores {

  /** A detection this near to a burn is taken for it, d. */
  private static final double NEAR_DAYS = 2.5;

  private ReviewedScores() {}

  /** Detections in reviewed intervals, and near reviewed burns. */
  static List<Detection> detections(LabelledHistory satellite, List<Detection> all) {
    return all.stream()
        .filter(
            each ->
                satellite.isKnown(each.time(), each.time())
                    || satellite.burns().stream().anyMatch(burn -> isNear(burn, each.time())))
        .toList();
  }

  private static boolean isNear(Burn burn, double days) {
    return Ticks.days(burn.start()) - NEAR_DAYS < days && days < Ticks.days(burn.end()) + NEAR_DAYS;
  }

  /** Windows that lie in a reviewed interval, by their length in days. */
  static Map<Integer, List<ScoredWindow>> windows(
      LabelledHistory satellite, Map<Integer, List<ScoredWindow>> all) {
    Map<Integer, List<ScoredWindow>> known = new HashMap<>();
    all.forEach(
        (days, windows) ->
            known.put(
                days,
                windows.stream()
                    .filter(each -> satellite.isKnown(each.start(), each.end()))
                    .toList()));
    return known;
  }
}

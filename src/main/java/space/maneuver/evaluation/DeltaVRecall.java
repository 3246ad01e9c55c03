package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.Outcome.Verdict;

/**
 * How many events of a size were found: nobody sees the smallest, whatever the detector.
 *
 * @param from least delta-v of the events, m/s; null for events of unpublished size
 * @param to delta-v below which they lie, m/s; null for no bound
 * @param events number of them inside the labelled spans
 * @param found number of those that were hit
 */
public record DeltaVRecall(@Nullable Double from, @Nullable Double to, int events, int found) {

  private static final double[] BOUNDS = {0, 0.001, 0.002, 0.005, 0.02, 0.1};

  /**
   * Recall by size, in ascending order, unpublished sizes last; sizes without events are left out.
   * The size of an event is the sum over its burns.
   *
   * @param threshold least score of a detection that counts
   */
  public static List<DeltaVRecall> of(
      List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    List<Event> events = new ArrayList<>();
    List<Event> found = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      EventTruth truth = new EventTruth(satellite.satellite());
      events.addAll(truth.counted());
      EventMatcher.match(truth, satellite.detections(), mode).stream()
          .filter(outcome -> outcome.is(Verdict.HIT))
          .filter(hit -> hit.detection().score() >= threshold)
          .map(Outcome::found)
          .forEach(found::add);
    }
    List<DeltaVRecall> recalls = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      double from = BOUNDS[i];
      Double to = i + 1 < BOUNDS.length ? BOUNDS[i + 1] : null;
      recalls.add(count(from, to, events, found, dv -> dv >= from && (to == null || dv < to)));
    }
    recalls.add(count(null, null, events, found, Double::isNaN));
    return recalls.stream().filter(recall -> recall.events() > 0).toList();
  }

  private static DeltaVRecall count(
      @Nullable Double from,
      @Nullable Double to,
      List<Event> events,
      List<Event> found,
      DoublePredicate size) {
    return new DeltaVRecall(from, to, count(events, size), count(found, size));
  }

  private static int count(List<Event> events, DoublePredicate size) {
    return (int) events.stream().mapToDouble(Event::deltaV).filter(size).count();
  }
}

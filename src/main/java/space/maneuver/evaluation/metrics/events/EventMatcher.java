package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import space.maneuver.evaluation.metrics.events.Outcome.Verdict;
import space.maneuver.math.Bisection;

/**
 * Assigns the detections of one satellite to its events. In order of falling score, each detection
 * takes the nearest free event within tolerance, the earlier one of two at the same distance. If
 * all are taken, it is neutral as long as one of them has more burns than hits, and a false alarm
 * after that.
 */
final class EventMatcher {

  private static final double SEARCH_DAYS = 30.0;

  private final EventTruth truth;
  private final MatchMode mode;
  private final double[] starts;
  private final double longest;
  private final int[] hits;

  private EventMatcher(EventTruth truth, MatchMode mode) {
    this.truth = truth;
    this.mode = mode;
    List<Event> events = truth.events();
    this.starts = events.stream().mapToDouble(Event::start).toArray();
    this.longest =
        events.stream().mapToDouble(event -> event.end() - event.start()).max().orElse(0.0);
    this.hits = new int[events.size()];
  }

  /** Returns the outcomes of the detections inside the span, by falling score. */
  static List<Outcome> match(EventTruth truth, List<Detection> detections, MatchMode mode) {
    EventMatcher matcher = new EventMatcher(truth, mode);
    return detections.stream()
        .filter(detection -> truth.inSpan(detection.time()))
        .sorted(Detection.SUREST_FIRST)
        .map(matcher::assign)
        .toList();
  }

  private Outcome assign(Detection detection) {
    List<Integer> near = near(detection.time());
    for (int index : near) {
      if (hits[index] == 0) {
        hits[index] = 1;
        Event event = truth.events().get(index);
        Verdict verdict = truth.inSpan(event.start()) ? Verdict.HIT : Verdict.NEUTRAL;
        return new Outcome(detection, verdict, event);
      }
    }
    for (int index : near) {
      if (hits[index] < truth.events().get(index).burns()) {
        hits[index]++;
        return new Outcome(detection, Verdict.NEUTRAL, null);
      }
    }
    return new Outcome(detection, Verdict.FALSE_ALARM, null);
  }

  private List<Integer> near(double time) {
    int from = Bisection.countBelow(starts, time - (longest + SEARCH_DAYS));
    int to = Bisection.countUpTo(starts, time + SEARCH_DAYS);
    List<Integer> near = new ArrayList<>();
    for (int index = from; index < to; index++) {
      if (truth.matches(time, truth.events().get(index), mode)) {
        near.add(index);
      }
    }
    near.sort(Comparator.comparingDouble(index -> truth.events().get(index).distance(time)));
    return near;
  }
}

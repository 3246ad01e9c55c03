package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/**
 * Burns so close in time that element sets show them as one.
 *
 * @param start start of the first burn, days since 1970-01-01T00:00 UTC
 * @param end end of the last burn, same days
 * @param members burns in order of time, at least one
 */
public record Event(double start, double end, List<LabelledBurn> members) {

  private static final double LONGEST_PAUSE_DAYS = 1.0;

  /**
   * Merges each burn into the event that ended at most a day before it; the burns must be in order.
   */
  static List<Event> merge(List<LabelledBurn> burns) {
    List<Event> events = new ArrayList<>();
    for (LabelledBurn burn : burns) {
      int last = events.size() - 1;
      if (last >= 0 && burn.start() - events.get(last).end() <= LONGEST_PAUSE_DAYS) {
        events.set(last, events.get(last).with(burn));
      } else {
        events.add(new Event(burn.start(), Math.max(burn.start(), burn.end()), List.of(burn)));
      }
    }
    return List.copyOf(events);
  }

  private Event with(LabelledBurn burn) {
    List<LabelledBurn> more = new ArrayList<>(members);
    more.add(burn);
    return new Event(start, Math.max(end, burn.end()), List.copyOf(more));
  }

  /** Returns the number of burns. */
  int burns() {
    return members.size();
  }

  /** Returns whether it is one burn of one thrust. */
  boolean isSingle() {
    return members.size() == 1 && members.get(0).thrusts() == 1;
  }

  /** Returns the sum of the burns' along-track delta-v, m/s; NaN if one is not published. */
  double alongTrack() {
    return members.stream().mapToDouble(LabelledBurn::alongTrack).sum();
  }

  /** Returns the sum of the burns' delta-v, m/s; NaN if one is not published. */
  double deltaV() {
    return members.stream().mapToDouble(LabelledBurn::deltaV).sum();
  }

  /** Returns the type of the largest burn; unknown if one is not published. */
  Type type() {
    return Double.isNaN(deltaV())
        ? Type.UNKNOWN
        : members.stream()
            .max(Comparator.comparingDouble(LabelledBurn::deltaV))
            .map(LabelledBurn::type)
            .orElseThrow();
  }

  /** Returns the days between a time and the event, 0 inside it. */
  double distance(double time) {
    return Math.max(Math.max(start - time, time - end), 0.0);
  }
}

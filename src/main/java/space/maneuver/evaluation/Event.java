package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Burns that follow each other so closely that element sets show them as one.
 *
 * @param start begin of the first burn, days since 1970
 * @param end end of the last burn, days since 1970
 * @param burns number of burns, at least 1
 * @param deltaV sum of their sizes, m/s; NaN when one is not published
 */
record Event(double start, double end, int burns, double deltaV) {

  private static final double LONGEST_PAUSE_DAYS = 1.0;

  /** Merges each burn into the event that ended at most a day before it; the burns in order. */
  static List<Event> merge(List<LabelledBurn> burns) {
    List<Event> events = new ArrayList<>();
    for (LabelledBurn burn : burns) {
      int last = events.size() - 1;
      if (last >= 0 && burn.start() - events.get(last).end() <= LONGEST_PAUSE_DAYS) {
        events.set(last, events.get(last).with(burn));
      } else {
        events.add(new Event(burn.start(), Math.max(burn.start(), burn.end()), 1, burn.deltaV()));
      }
    }
    return List.copyOf(events);
  }

  private Event with(LabelledBurn burn) {
    return new Event(start, Math.max(end, burn.end()), burns + 1, deltaV + burn.deltaV());
  }

  /** Days between a time and the event, 0 inside it. */
  double distance(double time) {
    return Math.max(Math.max(start - time, time - end), 0.0);
  }
}

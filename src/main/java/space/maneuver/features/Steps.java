package space.maneuver.features;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * The element sets of a history that are steps, each with its ephemeris: the newest one of every
 * UTC day, so that neither where a request starts nor what follows on later days changes the
 * choice, and the newest one of a request always is a step.
 */
final class Steps {

  private final History history;
  private final double[] days;
  private final List<@Nullable Ephemeris> ephemerides = new ArrayList<>();

  private Steps(History history) {
    this.history = history;
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
    for (ElementSet elements : history.elements()) {
      ephemerides.add(Ephemeris.of(elements));
    }
  }

  static Steps of(History history) {
    List<ElementSet> daily = new ArrayList<>();
    for (ElementSet elements : history.elements()) {
      int last = daily.size() - 1;
      if (last >= 0 && DailySeries.day(daily.get(last)) == DailySeries.day(elements)) {
        daily.set(last, elements);
      } else {
        daily.add(elements);
      }
    }
    return new Steps(new History(daily));
  }

  int size() {
    return days.length;
  }

  History history() {
    return history;
  }

  ElementSet elements(int k) {
    return history.elements().get(k);
  }

  /** Epochs in days since 1970-01-01T00:00 UTC, not copied. */
  double[] days() {
    return days;
  }

  /** Null when the element set cannot be propagated to its own epoch, or there is no step k. */
  @Nullable Ephemeris ephemeris(int k) {
    return k < 0 ? null : ephemerides.get(k);
  }
}

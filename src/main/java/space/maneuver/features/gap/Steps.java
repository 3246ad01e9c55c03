package space.maneuver.features.gap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * The element sets of a history that are steps, each with its ephemeris: the newest one of every
 * UTC day, but for {@link LoneOutliers}. So neither where a request starts nor what follows later
 * than the next step changes the choice, and the newest element set of a request always is a step.
 */
final class Steps {

  private final History history;
  private final double[] days;
  private final List<@Nullable Ephemeris> ephemerides;

  private Steps(History history, List<@Nullable Ephemeris> ephemerides) {
    this.history = history;
    this.ephemerides = ephemerides;
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
  }

  static Steps of(History history) {
    List<ElementSet> daily = daily(history);
    List<@Nullable Ephemeris> ephemerides = new ArrayList<>();
    for (ElementSet elements : daily) {
      ephemerides.add(Ephemeris.of(elements));
    }
    boolean[] outliers = LoneOutliers.among(daily, ephemerides);
    List<ElementSet> kept = new ArrayList<>();
    List<@Nullable Ephemeris> keptEphemerides = new ArrayList<>();
    for (int k = 0; k < outliers.length; k++) {
      if (!outliers[k]) {
        kept.add(daily.get(k));
        keptEphemerides.add(ephemerides.get(k));
      }
    }
    return new Steps(new History(kept), keptEphemerides);
  }

  private static List<ElementSet> daily(History history) {
    List<ElementSet> daily = new ArrayList<>();
    for (ElementSet elements : history.elements()) {
      int last = daily.size() - 1;
      if (last >= 0 && daily.get(last).utcDay() == elements.utcDay()) {
        daily.set(last, elements);
      } else {
        daily.add(elements);
      }
    }
    return daily;
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

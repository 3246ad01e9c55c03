package space.maneuver.features;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;

/** Cuts windows at a stride from histories. */
public final class FeatureWindows {

  private FeatureWindows() {}

  /**
   * Returns the windows of a history, oldest first; the last one has the newest element set on its
   * last day. Windows without any element set are omitted.
   *
   * @param sampling of the windows' schema
   * @param days length of a window, d
   * @param strideDays stride between the starts of consecutive windows, d, at least 1
   * @param solarFlux F10.7 of each day, or {@link SolarFlux#NONE}
   */
  public static List<FeatureWindow> of(
      Sampling sampling, History history, int days, int strideDays, SolarFlux solarFlux) {
    List<FeatureWindow> windows = new ArrayList<>();
    long newest = history.last().utcDay() - days + 1;
    long oldest = Math.min(newest, history.first().utcDay());
    for (History arc : history.arcs(days)) {
      FeatureSeries series = FeatureSeries.of(sampling, arc, solarFlux);
      long last = Math.min(newest, series.firstDay() + series.days() - 1);
      long first = Math.max(oldest, series.firstDay() - days + 1);
      long start = newest - Math.floorDiv(newest - first, strideDays) * strideDays;
      for (; start <= last; start += strideDays) {
        FeatureWindow window = series.window(Math.toIntExact(start - series.firstDay()), days);
        if (window.observed()) {
          windows.add(window);
        }
      }
    }
    return windows;
  }
}

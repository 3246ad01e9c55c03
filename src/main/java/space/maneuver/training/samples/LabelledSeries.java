package space.maneuver.training.samples;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import space.maneuver.features.DailySeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.math.Days;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory.Interval;

/**
 * A history on the daily grid with its burns.
 *
 * @param series daily channels
 * @param burnStarts starts of the burns, ascending, days since 1970-01-01T00:00 UTC
 * @param from first day of the series with complete labels
 * @param to end, exclusive, of the days with complete labels
 * @param simulated whether the history is simulated
 */
public record LabelledSeries(
    DailySeries series, double[] burnStarts, int from, int to, boolean simulated) {

  /** Returns a history whose labels are complete from the first published burn to the last one. */
  public static LabelledSeries published(History history, List<Burn> burns, SolarFlux solarFlux) {
    DailySeries series = DailySeries.of(history, solarFlux);
    double[] starts = starts(burns);
    if (starts.length == 0) {
      return new LabelledSeries(series, starts, 0, series.days(), false);
    }
    int from = (int) Math.ceil(starts[0] - series.firstDay());
    int to = (int) (starts[starts.length - 1] - series.firstDay());
    return new LabelledSeries(
        series, starts, Math.max(from, 0), Math.min(to, series.days()), false);
  }

  /** Returns a history's reviewed intervals, each a series of which nothing else is known. */
  public static List<LabelledSeries> reviewed(
      History history, List<Burn> burns, List<Interval> intervals, SolarFlux solarFlux) {
    DailySeries series = DailySeries.of(history, solarFlux);
    return intervals.stream()
        .map(
            each ->
                new LabelledSeries(
                    series,
                    starts(burns),
                    (int) Math.max(Math.ceil(days(each.start()) - series.firstDay()), 0),
                    (int) Math.min(days(each.end()) - series.firstDay(), series.days()),
                    false))
        .toList();
  }

  /** Returns a history whose labels are complete throughout. */
  public static LabelledSeries simulated(History history, List<Burn> burns, SolarFlux solarFlux) {
    DailySeries series = DailySeries.of(history, solarFlux);
    return new LabelledSeries(series, starts(burns), 0, series.days(), true);
  }

  /** Returns the length of the labelled span, d. */
  int days() {
    return to - from;
  }

  /** Returns whether the labelled span can hold a window of {@code days}. */
  boolean holds(int days) {
    return days() >= days;
  }

  /** Returns whether a burn starts in [{@code begin}, {@code end}), in days of the series. */
  boolean burnIn(double begin, double end) {
    return burnsBefore(end) > burnsBefore(begin);
  }

  private int burnsBefore(double day) {
    double time = series.firstDay() + day;
    int found = Arrays.binarySearch(burnStarts, time);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && burnStarts[found - 1] == time) {
      found--;
    }
    return found;
  }

  private static double[] starts(List<Burn> burns) {
    return burns.stream().map(Burn::start).mapToDouble(LabelledSeries::days).sorted().toArray();
  }

  /** Converts an instant to days since 1970-01-01T00:00 UTC. */
  static double days(Instant instant) {
    return (instant.getEpochSecond() + instant.getNano() * 1e-9) / Days.SECONDS;
  }
}

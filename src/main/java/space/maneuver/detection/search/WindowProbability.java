package space.maneuver.detection.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import space.maneuver.math.Days;

/**
 * The probability that a burn starts in [start, end).
 *
 * @param start start of the window, 00:00 UTC
 * @param end end of the window, exclusive
 * @param probability calibrated, 0 to 1
 */
public record WindowProbability(Instant start, Instant end, double probability) {

  /**
   * Returns every window within the days of a series, in order of time.
   *
   * @param firstDay of the series, in days since 1970-01-01
   * @param days number of days of the series
   * @param length of a window, d
   * @param strideDays stride between the starts of consecutive windows, d
   * @param probability of the window that starts on a given day of the series
   */
  public static List<WindowProbability> within(
      long firstDay, int days, int length, int strideDays, IntToDoubleFunction probability) {
    List<WindowProbability> windows = new ArrayList<>();
    for (long from = 0; from + length <= days; from += strideDays) {
      windows.add(
          new WindowProbability(
              Days.start(firstDay + from),
              Days.start(firstDay + from + length),
              probability.applyAsDouble((int) from)));
    }
    return windows;
  }
}

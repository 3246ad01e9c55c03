package space.maneuver.detection.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import space.maneuver.math.Days;

/**
 * Probability that a burn starts in [start, end).
 *
 * @param start start of the window, 00:00 UTC
 * @param end end of the window, not in it
 * @param probability calibrated, 0 to 1
 */
public record WindowProbability(Instant start, Instant end, double probability) {

  /**
   * Every window that lies within the days of a series, in order of time.
   *
   * @param firstDay of the series, counted from 1970-01-01
   * @param days of the series
   * @param length of a window, d
   * @param strideDays from one window's start to the next one's
   * @param probability of the window that starts on that day of the series
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

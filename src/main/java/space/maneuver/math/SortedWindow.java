package space.maneuver.math;

import java.util.Arrays;

/** Median and median absolute deviation of a window that slides over a series; NaN are skipped. */
public final class SortedWindow {

  private final double[] series;
  private final double[] sorted;
  private int from;
  private int count;

  /**
   * * Creates an empty window.
   *
   * @param series the series
   * @param most maximum number of values in the window
   */
  public SortedWindow(double[] series, int most) {
    this.series = series;
    sorted = new double[most];
  }

  /** Moves the start of the window to index k, removing or restoring values as needed. */
  public void startAt(int k) {
    while (from < k) {
      remove(series[from++]);
    }
    while (from > k) {
      insert(series[--from]);
    }
  }

  /** Adds the value at index k. */
  public void add(int k) {
    insert(series[k]);
  }

  /** Returns the median; NaN of none. */
  public double median() {
    if (count == 0) {
      return Double.NaN;
    }
    int middle = count / 2;
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Returns the median absolute deviation from the median; NaN of none. */
  public double medianDeviation() {
    if (count == 0) {
      return Double.NaN;
    }
    double median = median();
    int half = (count + 1) / 2;

    // The smaller half of the deviations belongs to a run of neighbors around the median.
    int low = 0;
    int high = count - half;
    while (low < high) {
      int start = (low + high) / 2;
      if (median - sorted[start] > sorted[start + half] - median) {
        low = start + 1;
      } else {
        high = start;
      }
    }
    double deviation = Math.max(median - sorted[low], sorted[low + half - 1] - median);
    if (count % 2 == 1) {
      return deviation;
    }
    double below = low == 0 ? Double.POSITIVE_INFINITY : median - sorted[low - 1];
    double above = low == half ? Double.POSITIVE_INFINITY : sorted[low + half] - median;
    return (deviation + Math.min(below, above)) / 2;
  }

  private void insert(double value) {
    if (!Double.isNaN(value)) {
      int found = Arrays.binarySearch(sorted, 0, count, value);
      int at = found < 0 ? -found - 1 : found;
      System.arraycopy(sorted, at, sorted, at + 1, count - at);
      sorted[at] = value;
      count++;
    }
  }

  private void remove(double value) {
    if (!Double.isNaN(value)) {
      int at = Arrays.binarySearch(sorted, 0, count, value);
      System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
      count--;
    }
  }
}

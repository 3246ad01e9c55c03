package space.maneuver.features;

import java.util.Arrays;

/** The median of the last so many numbers; NaN among them count as places but not as numbers. */
final class RollingMedian {

  private final double[] recent;
  private final double[] sorted;
  private int added;
  private int count;

  RollingMedian(int length) {
    recent = new double[length];
    sorted = new double[length];
  }

  void add(double value) {
    int place = added % recent.length;
    if (added >= recent.length && !Double.isNaN(recent[place])) {
      remove(recent[place]);
    }
    recent[place] = value;
    added++;
    if (!Double.isNaN(value)) {
      insert(value);
    }
  }

  /** NaN while there are no numbers. */
  double median() {
    if (count == 0) {
      return Double.NaN;
    }
    int middle = count / 2;
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void insert(double value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = value;
    count++;
  }

  private void remove(double value) {
    int at = Arrays.binarySearch(sorted, 0, count, value);
    System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
    count--;
  }
}

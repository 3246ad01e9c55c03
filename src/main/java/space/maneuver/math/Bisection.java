package space.maneuver.math;

import java.util.List;

/** Binary search in ascending arrays with repeated values. */
public final class Bisection {

  private Bisection() {}

  /** Copies an ascending list into an array. */
  public static double[] ascending(List<Double> sorted) {
    return sorted.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the number of entries below {@code value}. */
  public static int countBelow(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the number of entries at or below {@code value}. */
  public static int countUpTo(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value < ascending[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

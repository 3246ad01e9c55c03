package space.maneuver.math;

import java.util.List;

/** Places of a value in an ascending array that may hold it several times. */
public final class Bisection {

  private Bisection() {}

  public static double[] ascending(List<Double> sorted) {
    return sorted.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Number of entries below {@code value}. */
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

  /** Number of entries at or below {@code value}. */
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

package space.maneuver.detection.search;

import java.util.Arrays;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Steps of one mean element at each gap between element sets: the median of the next few element
 * sets minus the median of the last few, both brought to the gap by the local drift (drag, GEO
 * drift), so that a single bad element set has no effect. Not shared with the network's step
 * channels, which cannot change once a model is trained.
 */
final class ElementSteps {

  /** Element sets on each side. */
  private static final int SIDE = 3;

  /** Gaps on each side from which the drift is estimated. */
  private static final int NEIGHBOURHOOD = 30;

  /**
   * Medians of three spread a jump over neighboring gaps: steps above this share of the largest
   * count as equal.
   */
  private static final double NEARLY_LARGEST = 0.8;

  private final double[] days;
  private final double[] values;
  private final double[] slopes;
  private final double[] steps;
  private final double[] jumps;

  /**
   * @param values of the element, one per element set of the history, unwrapped
   */
  ElementSteps(History history, double[] values) {
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
    this.values = values;
    slopes = new double[values.length];
    steps = new double[values.length];
    jumps = new double[values.length];
    double[] rates = new double[values.length];
    for (int k = 1; k < values.length; k++) {
      rates[k] = (values[k] - values[k - 1]) / (days[k] - days[k - 1]);
    }
    for (int k = 1; k < values.length; k++) {
      slopes[k] =
          Medians.of(
              Arrays.copyOfRange(
                  rates,
                  Math.max(1, k - NEIGHBOURHOOD),
                  Math.min(rates.length, k + NEIGHBOURHOOD)));
      jumps[k] = Math.abs(values[k] - values[k - 1] - slopes[k] * (days[k] - days[k - 1]));
      steps[k] = step(k, first(k), end(k));
    }
  }

  /** Steps of the semi-major axis, km. */
  static ElementSteps semiMajorAxis(History history) {
    return new ElementSteps(
        history, history.elements().stream().mapToDouble(ElementSet::semiMajorAxis).toArray());
  }

  /** The step in the gap before element set {@code k}, in the element's unit. */
  double step(int k) {
    return steps[k];
  }

  private static int first(int k) {
    return Math.max(0, k - SIDE);
  }

  private int end(int k) {
    return Math.min(values.length, k + SIDE);
  }

  /**
   * The gap of [from, to) with the step of largest magnitude; among those nearly as large, the one
   * with the largest difference between its two element sets.
   */
  int largest(int from, int to) {
    double size = 0;
    for (int k = from; k < to; k++) {
      size = Math.max(size, Math.abs(steps[k]));
    }
    int largest = from;
    double jump = -1;
    for (int k = from; k < to; k++) {
      if (Math.abs(steps[k]) >= NEARLY_LARGEST * size && jumps[k] > jump) {
        largest = k;
        jump = jumps[k];
      }
    }
    return largest;
  }

  /** Index of the first element set at or after a time in days since 1970, or their number. */
  int firstFrom(double time) {
    int found = Arrays.binarySearch(days, time);
    return found < 0 ? -found - 1 : found;
  }

  private double step(int k, int from, int to) {
    return level(k, to, k) - level(from, k, k);
  }

  /** Median of element sets brought to the middle of a gap. */
  private double level(int from, int to, int gap) {
    double middle = (days[gap] + days[gap - 1]) / 2;
    double[] levels = new double[to - from];
    for (int i = from; i < to; i++) {
      levels[i - from] = values[i] - slopes[gap] * (days[i] - middle);
    }
    return Medians.of(levels);
  }
}

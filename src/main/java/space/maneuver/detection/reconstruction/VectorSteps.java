package space.maneuver.detection.reconstruction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;

/**
 * Steps of a vector of the mean orbit, the orbit normal or the eccentricity vector, at any time:
 * the median of the element sets of the days after it minus that of the days before it, both
 * brought to the time by the local drift. The effects of the Earth's oblateness are removed. Both
 * vectors are relative to the node, or to inertial axes for near-equatorial orbits, whose node is
 * ill-determined.
 */
final class VectorSteps {

  private static final double NEAR_EQUATOR = Math.toRadians(10);

  /** Days with the element sets of one side, and their smallest and largest number. */
  private static final double SIDE_DAYS = 3;

  private static final int FEWEST = 3;
  private static final int MOST = 12;

  /** Gaps on each side from which the drift is estimated. */
  private static final int DRIFT_GAPS = 30;

  /** Consecutive element sets for which the drift is estimated once. */
  private static final int SHARED_DRIFT = 8;

  /** Gaps on each side at which the same step is measured without a burn, for the noise. */
  private static final int NOISE_GAPS = 60;

  /** Ratio of the 95 % quantile of the magnitude of normal noise to its standard deviation. */
  private static final double NORMAL_95 = 1.96;

  private final double[] days;
  private final double[][] components;
  private final double[] @Nullable [] drifts;

  private VectorSteps(History history, double[]... components) {
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
    this.components = components;
    drifts = new double[days.length / SHARED_DRIFT + 1][];
  }

  /** Steps of the orbit normal, rad. */
  static VectorSteps normal(History history) {
    List<ElementSet> elements = history.elements();
    double[] xs = new double[elements.size()];
    double[] ys = new double[elements.size()];
    double turned = 0;
    for (int k = 0; k < xs.length; k++) {
      ElementSet set = elements.get(k);
      if (nearEquator(history)) {
        xs[k] = 2 * Math.tan(set.inclination() / 2) * Math.cos(set.rightAscension());
        ys[k] = 2 * Math.tan(set.inclination() / 2) * Math.sin(set.rightAscension());
      } else {
        turned += k == 0 ? 0 : beyondJ2(elements.get(k - 1), set);
        xs[k] = set.inclination();
        ys[k] = Math.sin(history.last().inclination()) * turned;
      }
    }
    return new VectorSteps(history, xs, ys);
  }

  /** Steps of the eccentricity vector, dimensionless. */
  static VectorSteps eccentricity(History history) {
    List<ElementSet> elements = history.elements();
    double[] xs = new double[elements.size()];
    double[] ys = new double[elements.size()];
    boolean nearEquator = nearEquator(history);
    double turned = 0;
    for (int k = 0; k < xs.length; k++) {
      ElementSet set = elements.get(k);
      if (k > 0) {
        double rate = SecularRates.perigee(set) + (nearEquator ? SecularRates.node(set) : 0);
        turned += rate * seconds(elements.get(k - 1), set);
      }
      double perigee = set.argumentOfPerigee() + (nearEquator ? set.rightAscension() : 0) - turned;
      xs[k] = set.eccentricity() * Math.cos(perigee);
      ys[k] = set.eccentricity() * Math.sin(perigee);
    }
    return new VectorSteps(history, xs, ys);
  }

  /**
   * A step.
   *
   * @param size magnitude
   * @param noise robust standard deviation of the magnitude without a burn, measured in the same
   *     way at the gaps around
   */
  record Step(double size, double noise) {}

  /**
   * Measures the step at a time, days since 1970.
   *
   * @param settled element sets of the first days after the time are not used if later ones exist,
   *     d
   * @param from element sets before this time are ignored
   * @param to element sets after this time are ignored
   * @return null without an element set on each side
   */
  @Nullable Step at(double time, double settled, double from, double to) {
    double[] step = step(time, settled, from, to);
    if (step == null) {
      return null;
    }
    int middle = firstAfter(time);
    int first = Math.max(1, middle - NOISE_GAPS);
    int last = Math.min(days.length - 1, middle + NOISE_GAPS);
    double[][] sizes = new double[2][last - first + 1];
    int count = 0;
    for (int k = first; k <= last; k++) {
      double quiet = (days[k] + days[k - 1]) / 2;
      double earliest = quiet < time ? Double.NEGATIVE_INFINITY : time + settled;
      double latest = quiet < time ? time : Double.POSITIVE_INFINITY;
      double[] none = step(quiet, settled, earliest, latest);
      if (none != null) {
        sizes[0][count] = Math.abs(none[0]);
        sizes[1][count++] = Math.abs(none[1]);
      }
    }
    return new Step(
        Math.hypot(step[0], step[1]), Math.hypot(noise(sizes[0], count), noise(sizes[1], count)));
  }

  private static double noise(double[] sizes, int count) {
    if (count == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double median = Medians.sorting(sizes, count);
    return Math.max(Medians.MAD_TO_SIGMA * median, sizes[(int) (0.95 * (count - 1))] / NORMAL_95);
  }

  private double @Nullable [] step(double time, double settled, double from, double to) {
    int middle = firstAfter(time);
    int start = middle;
    while (start > 0
        && days[start - 1] >= from
        && middle - start < MOST
        && (middle - start < FEWEST || days[start - 1] >= time - SIDE_DAYS)) {
      start--;
    }
    int begin = middle;
    while (begin < days.length - 1 && days[begin] < time + settled && days[begin + 1] <= to) {
      begin++;
    }
    int end = begin;
    while (end < days.length
        && days[end] <= to
        && end - begin < MOST
        && (end - begin < FEWEST || days[end] <= time + settled + SIDE_DAYS)) {
      end++;
    }
    if (start == middle || end == begin) {
      return null;
    }
    double[] drift = drift(middle);
    double[] step = new double[components.length];
    for (int c = 0; c < step.length; c++) {
      step[c] =
          level(components[c], begin, end, drift[c], time)
              - level(components[c], start, middle, drift[c], time);
    }
    return step;
  }

  /** The drift around an element set; neighbors share one. */
  private double[] drift(int middle) {
    double[] drift = drifts[middle / SHARED_DRIFT];
    if (drift == null) {
      int center = Math.min(middle / SHARED_DRIFT * SHARED_DRIFT + SHARED_DRIFT / 2, days.length - 1);
      drift = new double[components.length];
      for (int c = 0; c < drift.length; c++) {
        drift[c] = medianRate(components[c], center);
      }
      drifts[middle / SHARED_DRIFT] = drift;
    }
    return drift;
  }

  private double medianRate(double[] values, int center) {
    int from = Math.max(1, center - DRIFT_GAPS);
    int to = Math.min(days.length, center + DRIFT_GAPS);
    double[] rates = new double[to - from];
    for (int k = from; k < to; k++) {
      rates[k - from] = (values[k] - values[k - 1]) / (days[k] - days[k - 1]);
    }
    return Medians.sorting(rates, rates.length);
  }

  private double level(double[] values, int from, int to, double drift, double time) {
    double[] levels = new double[to - from];
    for (int k = from; k < to; k++) {
      levels[k - from] = values[k] - drift * (days[k] - time);
    }
    return Medians.sorting(levels, levels.length);
  }

  private int firstAfter(double time) {
    int found = Arrays.binarySearch(days, time);
    return found < 0 ? -found - 1 : found + 1;
  }

  private static boolean nearEquator(History history) {
    return history.last().inclination() < NEAR_EQUATOR;
  }

  private static double beyondJ2(ElementSet before, ElementSet after) {
    double j2 = SecularRates.node(after) * seconds(before, after);
    return Angles.halfTurn(after.rightAscension() - before.rightAscension() - j2);
  }

  private static double seconds(ElementSet before, ElementSet after) {
    return (after.epochDays() - before.epochDays()) * Days.SECONDS;
  }
}

package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

  /** Smallest number of element sets on each side of such a gap. */
  private static final int FEWEST_QUIET = 2;

  /** Number of such gaps between burns that is enough, and smallest number of all of them. */
  private static final int ENOUGH_GAPS = 20;

  private static final int FEWEST_GAPS = 3;

  /** A quantile of the magnitude, and its ratio to the standard deviation for normal noise. */
  private static final double HIGH = 0.95;

  private static final double NORMAL_HIGH = 1.96;

  private final double[] days;
  private final double[] xs;
  private final double[] ys;
  private final double[] @Nullable [] drifts;

  private VectorSteps(History history, double[] xs, double[] ys) {
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
    this.xs = xs;
    this.ys = ys;
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
   * Measures the step of a burn, or of a campaign of burns.
   *
   * @param burns those next to it limit the element sets that are used
   * @return null without an element set on each side, or with too few gaps to measure the noise
   */
  @Nullable Step at(BurnTime burn, Burns burns) {
    double settled = burn.last() - burn.first() + burn.settled();
    Difference step =
        difference(burn.first(), settled, 1, burns.before(burn.first()), burns.after(burn.last()));
    if (step == null) {
      return null;
    }
    List<Difference> quiet = quiet(burn, burns.with(burn));
    if (quiet.size() < ENOUGH_GAPS) {
      quiet = quiet(burn, Burns.NONE.with(burn));
    }
    return quiet.size() < FEWEST_GAPS
        ? null
        : new Step(Math.hypot(step.x(), step.y()), noise(quiet, step.share()));
  }

  /** The differences at the gaps around a burn, between other burns. */
  private List<Difference> quiet(BurnTime burn, Burns burns) {
    int middle = firstAfter(burn.first());
    List<Difference> differences = new ArrayList<>();
    for (int k = Math.max(1, middle - NOISE_GAPS);
        k < days.length && k <= middle + NOISE_GAPS;
        k++) {
      double time = (days[k] + days[k - 1]) / 2;
      double from = burns.before(time) + burn.settled();
      Difference difference =
          difference(time, burn.settled(), FEWEST_QUIET, from, burns.after(time));
      if (difference != null) {
        differences.add(difference);
      }
    }
    return differences;
  }

  private static double noise(List<Difference> quiet, double share) {
    double usual = Medians.of(quiet.stream().mapToDouble(Difference::share).toArray());
    return Math.sqrt(Math.max(1, share / usual))
        * Math.hypot(noise(quiet, Difference::x), noise(quiet, Difference::y));
  }

  private static double noise(List<Difference> quiet, ToDoubleFunction<Difference> component) {
    double[] sizes =
        quiet.stream().mapToDouble(each -> Math.abs(component.applyAsDouble(each))).toArray();
    double median = Medians.sorting(sizes, sizes.length);
    double high = sizes[(int) (HIGH * (sizes.length - 1))];
    return Math.max(Medians.MAD_TO_SIGMA * median, high / NORMAL_HIGH);
  }

  /**
   * The difference between two sides.
   *
   * @param share sum of the inverse numbers of element sets, to which the variance is proportional
   */
  private record Difference(double x, double y, double share) {}

  /**
   * The difference between the sides of a time.
   *
   * @param settled element sets of the first days after the time are not used if later ones exist,
   *     d
   * @param fewest smallest number of element sets on each side
   * @param from element sets before this time are ignored
   * @param to element sets after this time are ignored
   * @return null with fewer element sets
   */
  private @Nullable Difference difference(
      double time, double settled, int fewest, double from, double to) {
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
    if (middle - start < fewest || end - begin < fewest) {
      return null;
    }
    double[] drift = drift(middle);
    return new Difference(
        level(xs, begin, end, drift[0], time) - level(xs, start, middle, drift[0], time),
        level(ys, begin, end, drift[1], time) - level(ys, start, middle, drift[1], time),
        1.0 / (middle - start) + 1.0 / (end - begin));
  }

  /** The drift around an element set; neighbors share one. */
  private double[] drift(int middle) {
    double[] drift = drifts[middle / SHARED_DRIFT];
    if (drift == null) {
      int center =
          Math.min(middle / SHARED_DRIFT * SHARED_DRIFT + SHARED_DRIFT / 2, days.length - 1);
      drift = new double[] {medianRate(xs, center), medianRate(ys, center)};
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

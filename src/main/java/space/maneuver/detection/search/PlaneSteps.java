package space.maneuver.detection.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;

/**
 * Steps of the orbital plane: of the inclination, and of the node less its precession by the
 * oblateness of the Earth, which follows the semi-major axis as drag lowers it. A step at a gap is
 * the median of the three element sets after it less that of the three before it, less the drift of
 * the gaps around; it is compared with the steps at other gaps nearby. No force but thrust turns
 * the plane of a low orbit within days and leaves it so.
 */
final class PlaneSteps {

  /** Element sets of a {@link #median}. */
  private static final int SIDE = 3;

  /** Gaps on each side from which the drift is taken. */
  private static final int DRIFT_GAPS = 15;

  /** Gaps on each side from which the noise of a step is taken, and the fewest of them. */
  private static final int NOISE_GAPS = 120;

  private static final int FEWEST_FOR_NOISE = 15;

  /** Gaps on each side whose steps a lasting one must exceed, and the fewest of them. */
  private static final int OTHER_GAPS = 60;

  private static final int FEWEST_OTHERS = 10;

  /** Smallest noise, rad: the digits of an element set do not resolve less. */
  private static final double FLOOR = 2e-6;

  /** Longest time that the element sets of a step span, and shortest gap of a rate, d. */
  private static final double LONGEST = 18;

  private static final double SHORTEST_GAP = 0.05;

  /** Steps closer than this are one, d: medians of three spread it over the gaps around. */
  private static final double APART = 3;

  private static final double NEARLY_LARGEST = 0.8;

  /** Smallest delta-v of a lasting step, m/s. */
  private static final double LEAST_DELTA_V = 0.25;

  /**
   * A lasting step exceeds the noise so many times, and so many times nine tenths of the other
   * steps, and all of them: the errors of element sets of the 1960s have heavy tails.
   */
  private static final double SIGMAS = 6;

  private static final double TIMES_MOST_OTHERS = 3.5;
  private static final double TIMES_ANY_OTHER = 1.25;
  private static final double MOST = 0.9;

  /**
   * The same step between the medians before the one before, or after the one after, is between
   * these multiples of it.
   */
  private static final double LEAST_LASTING = 0.6;

  private static final double MOST_LASTING = 1.5;

  private static final double METRES_PER_KM = 1000;

  private final List<ElementSet> elements;
  private final double[] days;

  /** Inclination and node, rad of the angle by which the plane turns. */
  private final double[][] plane;

  private final double[][] steps;
  private final boolean[] known;

  /** Rates around a gap, for {@link #drift}. */
  private final double[] rates = new double[2 * DRIFT_GAPS];

  /** Creates the steps of the plane of a history without long gaps. */
  PlaneSteps(History history) {
    elements = history.elements();
    int size = elements.size();
    days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    plane = new double[][] {new double[size], new double[size]};
    steps = new double[][] {new double[size], new double[size]};
    known = new boolean[size];
    double sine = Math.sin(elements.get(size / 2).inclination());
    for (int k = 0; k < size; k++) {
      plane[0][k] = elements.get(k).inclination();
      plane[1][k] = k == 0 ? 0 : plane[1][k - 1] + sine * turned(k);
    }
    for (int k = 2 * SIDE; k <= size - SIDE; k++) {
      known[k] = days[k + SIDE - 1] - days[k - SIDE] <= LONGEST;
      for (int c = 0; known[k] && c < plane.length; c++) {
        steps[c][k] = step(plane[c], k - SIDE, k, drift(plane[c], k));
      }
    }
  }

  /** Change of the node from the element set before, less its precession, rad. */
  private double turned(int k) {
    ElementSet before = elements.get(k - 1);
    ElementSet now = elements.get(k);
    double rate = (SecularRates.node(before) + SecularRates.node(now)) / 2 * Days.SECONDS;
    return Angles.halfTurn(
        now.rightAscension() - before.rightAscension() - rate * (days[k] - days[k - 1]));
  }

  /**
   * Returns the gaps with a lasting step, by the element set at their end, in order of time. The
   * medians spread a step over the gaps around; of those within {@value #APART} d with nearly the
   * largest step, the one counts whose own two element sets differ most.
   */
  List<Integer> lasting() {
    List<Integer> left = new ArrayList<>();
    for (int k = 0; k < known.length; k++) {
      if (known[k] && deltaV(k) >= LEAST_DELTA_V && isLasting(k)) {
        left.add(k);
      }
    }
    List<Integer> lasting = new ArrayList<>();
    while (!left.isEmpty()) {
      int largest = Collections.max(left, Comparator.comparingDouble(this::deltaV));
      lasting.add(
          left.stream()
              .filter(k -> near(k, largest) && deltaV(k) >= NEARLY_LARGEST * deltaV(largest))
              .max(Comparator.comparingDouble(this::jump))
              .orElse(largest));
      left.removeIf(k -> near(k, largest));
    }
    Collections.sort(lasting);
    return lasting;
  }

  private boolean near(int k, int other) {
    return Math.abs(days[k] - days[other]) < APART;
  }

  /** Angle between the planes of the two element sets of a gap, rad. */
  private double jump(int k) {
    return Math.hypot(plane[0][k] - plane[0][k - 1], plane[1][k] - plane[1][k - 1]);
  }

  /** The step at a gap in standard deviations of such steps nearby; 0 if it is not known. */
  double significance(int k) {
    double[] noise = known[k] ? noise(k) : new double[0];
    return noise.length == 0 ? 0 : size(k, noise);
  }

  /** Delta-v of an impulsive burn that causes the step, m/s. */
  private double deltaV(int k) {
    ElementSet at = elements.get(k);
    return METRES_PER_KM
        * at.semiMajorAxis()
        * at.meanMotion()
        * Math.hypot(steps[0][k], steps[1][k]);
  }

  private boolean isLasting(int k) {
    double[] noise = noise(k);
    if (noise.length == 0 || k + 2 * SIDE > known.length) {
      return false;
    }
    double size = size(k, noise);
    return size >= SIGMAS
        && lasts(k, k - 2 * SIDE, k, noise)
        && lasts(k, k - SIDE, k + SIDE, noise)
        && exceedsOthers(k, size, noise);
  }

  private boolean lasts(int k, int before, int after, double[] noise) {
    double same = 0;
    double size = 0;
    for (int c = 0; c < plane.length; c++) {
      double step = steps[c][k] / noise[c];
      same += step * step(plane[c], before, after, drift(plane[c], k)) / noise[c];
      size += step * step;
    }
    return same >= LEAST_LASTING * size && same <= MOST_LASTING * size;
  }

  private boolean exceedsOthers(int k, double size, double[] noise) {
    double[] others =
        near(k, OTHER_GAPS, each -> Math.abs(each - k) > 2 * SIDE)
            .mapToDouble(each -> size(each, noise))
            .sorted()
            .toArray();
    return others.length >= FEWEST_OTHERS
        && size >= TIMES_MOST_OTHERS * others[(int) (MOST * others.length)]
        && size >= TIMES_ANY_OTHER * others[others.length - 1];
  }

  private double size(int k, double[] noise) {
    return Math.hypot(steps[0][k] / noise[0], steps[1][k] / noise[1]);
  }

  /** Noise of both components around a gap; empty if there are too few gaps. */
  private double[] noise(int k) {
    int[] near = near(k, NOISE_GAPS, each -> Math.abs(each - k) > SIDE).toArray();
    return near.length < FEWEST_FOR_NOISE
        ? new double[0]
        : Arrays.stream(steps)
            .mapToDouble(
                of ->
                    Math.max(
                        FLOOR,
                        Medians.sigma(Arrays.stream(near).mapToDouble(i -> of[i]).toArray())))
            .toArray();
  }

  private IntStream near(int k, int reach, IntPredicate wanted) {
    return IntStream.range(Math.max(0, k - reach), Math.min(known.length, k + reach))
        .filter(each -> known[each] && wanted.test(each));
  }

  private double drift(double[] of, int k) {
    int count = 0;
    for (int i = Math.max(1, k - DRIFT_GAPS); i < Math.min(days.length, k + DRIFT_GAPS); i++) {
      double gap = days[i] - days[i - 1];
      if (gap > SHORTEST_GAP) {
        rates[count++] = (of[i] - of[i - 1]) / gap;
      }
    }
    return count == 0 ? 0 : Medians.sorting(rates, count);
  }

  private double step(double[] of, int before, int after, double drift) {
    return median(of, after)
        - median(of, before)
        - drift * (median(days, after) - median(days, before));
  }

  private static double median(double[] of, int from) {
    double low = Math.min(of[from], of[from + 1]);
    double high = Math.max(of[from], of[from + 1]);
    return Math.max(low, Math.min(high, of[from + 2]));
  }
}

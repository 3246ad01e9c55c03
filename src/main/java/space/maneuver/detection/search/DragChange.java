package space.maneuver.detection.search;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.LeastSquares;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Tells whether drag explains what the semi-major axis does at a gap between element sets of a
 * decaying orbit, so that no burn is needed. Three models are laid through up to ten element sets
 * on each side by least absolute deviations: a line that steps, a line that bends, and one that
 * does both. Drag explains the gap if
 *
 * <ul>
 *   <li>the bend alone fits much better than the step alone, and leaves less than both a steady
 *       line, or
 *   <li>the orbit falls by no more than some days of decay, and decays faster afterwards: a storm,
 *       or an attitude that changes.
 * </ul>
 */
final class DragChange {

  private static final int SIDE = 10;
  private static final int FEWEST = 3;

  /** Reach on each side, d; further for a fourth element set where they are sparse. */
  private static final double REACH = 10;

  private static final double SPARSE_REACH = 60;

  /** An orbit fit may show a change so long before or after it, d. */
  private static final double SMEARED = 0.5;

  /** Places of a bend within the gap. */
  private static final int BENDS = 5;

  /** Days of decay by which drag may lower the orbit in the gap beyond the usual. */
  private static final double DAYS_OF_DECAY = 2.5;

  /** Least ratio of the decay after such a fall to that before. */
  private static final double FASTER = 1.25;

  /** Greatest ratio of the two decays, of a fall and of a bend: more is no change of drag. */
  private static final double MOST_OF_FALL = 9;

  private static final double MOST_OF_BEND = 5;

  /** A bend explains a gap with at most these shares of the misfits of a step and of a line. */
  private static final double OF_STEP = 0.6;

  private static final double OF_LINE = 0.6;

  /** Least change of the decay by a bend, as a share of the greater decay. */
  private static final double LEAST_BEND = 0.4;

  /** How many times the scatter a fall, and what a bend amounts to in three days, exceed. */
  private static final double SIGMAS_OF_FALL = 3;

  private static final double SIGMAS_OF_BEND = 5;
  private static final double BEND_DAYS = 3;

  /** Smallest scatter, km: the digits of an element set do not resolve less. */
  private static final double FLOOR = 5e-4;

  private static final int PASSES = 12;
  private static final double SMALL = 0.3;

  private final double[] days;
  private final double[] axes;

  DragChange(History arc) {
    days = arc.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
    axes = arc.elements().stream().mapToDouble(ElementSet::semiMajorAxis).toArray();
  }

  /**
   * Whether drag explains a gap.
   *
   * @param before index of the element set before the gap
   * @param after index of that after it
   */
  boolean explains(int before, int after) {
    double from = days[before] - SMEARED;
    double to = days[after] + SMEARED;
    Line best = null;
    int gap = 0;
    for (int k = Math.max(FEWEST, before - SIDE);
        k <= Math.min(after + SIDE, days.length - FEWEST);
        k++) {
      if (days[k] > from && days[k - 1] < to) {
        Around around = around(k);
        Line both = around == null ? null : around.stepAndBend();
        if (both != null && both.misfit < (best == null ? Double.MAX_VALUE : best.misfit)) {
          best = both;
          gap = k;
        }
      }
    }
    return best != null && (falls(best) || bends(best, gap));
  }

  private static boolean falls(Line both) {
    return both.step < 0
        && isDecay(both, MOST_OF_FALL)
        && -both.step < DAYS_OF_DECAY * both.decay()
        && -both.step > SIGMAS_OF_FALL * both.scatter
        && -both.after > -FASTER * both.before;
  }

  private boolean bends(Line both, int gap) {
    double change = Math.abs(both.after - both.before);
    if (!isDecay(both, MOST_OF_BEND)
        || change < LEAST_BEND * both.decay()
        || BEND_DAYS * change < SIGMAS_OF_BEND * both.scatter) {
      return false;
    }
    Around around = around(gap);
    if (around == null) {
      return false;
    }
    double bend = around.bend();
    return bend < OF_STEP * around.step() && bend < OF_LINE * around.line();
  }

  /** Whether the orbit decays before and after, and by how much differently at most. */
  private static boolean isDecay(Line both, double most) {
    return both.before < 0
        && both.after < 0
        && Math.min(both.before, both.after) > most * Math.max(both.before, both.after);
  }

  /** The element sets around the gap that ends with element set {@code k}; null if too few. */
  private @Nullable Around around(int k) {
    int from = k - 1;
    while (from > 0 && isNear(k - from, days[k - 1] - days[from - 1])) {
      from--;
    }
    int to = k + 1;
    while (to < days.length && isNear(to - k, days[to] - days[k])) {
      to++;
    }
    return k - from < FEWEST || to - k < FEWEST ? null : new Around(from, k, to);
  }

  private static boolean isNear(int count, double distance) {
    return count < SIDE && (distance < REACH || (count <= FEWEST && distance < SPARSE_REACH));
  }

  /**
   * A line that steps and bends at a gap.
   *
   * @param step km
   * @param before slope before the gap, km/d
   * @param after slope after it, km/d
   * @param misfit mean absolute deviation, km
   * @param scatter robust standard deviation, km
   */
  private record Line(double step, double before, double after, double misfit, double scatter) {

    /** The greater rate of decay, km/d. */
    double decay() {
      return Math.max(-before, -after);
    }
  }

  /** The element sets [from, to) around the gap that ends with element set k. */
  private final class Around {

    private final int from;
    private final int gap;
    private final int size;
    private final double middle;
    private final double[] values;

    Around(int from, int gap, int to) {
      this.from = from;
      this.gap = gap;
      size = to - from;
      middle = (days[gap - 1] + days[gap]) / 2;
      values = IntStream.range(from, to).mapToDouble(i -> axes[i] - axes[gap - 1]).toArray();
    }

    Line stepAndBend() {
      double[][] basis = basis(t -> new double[] {1, t, t > 0 ? 1 : 0, Math.max(0, t)});
      double[] fit = fit(basis);
      double[] deviations = deviations(basis, fit);
      double scatter =
          Medians.MAD_TO_SIGMA
              * Medians.of(deviations)
              * Math.sqrt(size / (double) (size - fit.length));
      return new Line(fit[2], fit[1], fit[1] + fit[3], mean(deviations), Math.max(FLOOR, scatter));
    }

    double line() {
      return misfit(t -> new double[] {1, t});
    }

    double step() {
      return misfit(t -> new double[] {1, t, t > 0 ? 1 : 0});
    }

    /** Misfit of the best line that bends in the gap or half a day beside it. */
    double bend() {
      double half = (days[gap] - days[gap - 1]) / 2 + SMEARED;
      double least = Double.POSITIVE_INFINITY;
      for (int place = 0; place < BENDS; place++) {
        double at = half * (2.0 * place / (BENDS - 1) - 1);
        double misfit = misfit(t -> new double[] {1, t, Math.max(0, t - at)});
        least = misfit < least ? misfit : least; // not a number where one side has no element set
      }
      return least;
    }

    private double misfit(DoubleFunction<double[]> functions) {
      double[][] basis = basis(functions);
      return mean(deviations(basis, fit(basis)));
    }

    private double[][] basis(DoubleFunction<double[]> functions) {
      return IntStream.range(0, size)
          .mapToObj(i -> functions.apply(days[from + i] - middle))
          .toArray(double[][]::new);
    }

    /** Least absolute deviations by reweighted least squares. */
    private double[] fit(double[][] basis) {
      double[] weights = new double[size];
      Arrays.fill(weights, 1);
      double[] fit = new double[basis[0].length];
      for (int pass = 0; pass < PASSES; pass++) {
        fit = new LeastSquares(basis, values, weights).solve();
        double[] deviations = deviations(basis, fit);
        double least = Math.max(SMALL * Medians.of(deviations), Double.MIN_NORMAL);
        Arrays.setAll(weights, i -> 1 / Math.max(deviations[i], least));
      }
      return fit;
    }

    private double[] deviations(double[][] basis, double[] fit) {
      double[] deviations = new double[size];
      for (int i = 0; i < size; i++) {
        double left = values[i];
        for (int c = 0; c < fit.length; c++) {
          left -= fit[c] * basis[i][c];
        }
        deviations[i] = Math.abs(left);
      }
      return deviations;
    }

    private static double mean(double[] of) {
      return Arrays.stream(of).average().orElse(0);
    }
  }
}

package space.maneuver.simulation.planting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;
import space.maneuver.simulation.orbit.MeanOrbit;

/**
 * The times at which a real history of unknown burns shows none nearby: neither the semi-major axis
 * nor the plane steps and stays there. The step at a gap is the difference there of two robust
 * lines, through the element sets of the days before and after it, so that a change of drag, which
 * bends the path, is no step. Only published mean elements are used: no detector decides on which
 * data it is measured.
 */
public final class QuietTimes {

  /** Days on each side of a gap through which the lines are laid. */
  private static final double REACH = 5;

  /** Element sets of a line, at most and at least, and the shortest time that they span, d. */
  private static final int MOST_SETS = 15;

  private static final int FEWEST_SETS = 4;
  private static final double SHORTEST_SPAN = 2;

  /** A step of so many standard deviations of the object's steps is suspected to be a burn. */
  private static final double SUSPECT = 5;

  /** Smaller steps are none, m/s along and across the track. */
  private static final double LEAST_ALONG = 0.002;

  private static final double LEAST_ACROSS = 0.03;

  /**
   * Standard deviation of the steps along the track, m/s, above which thrust or drag changes the
   * orbit all the time, so that no time is quiet.
   */
  private static final double MOST_SCATTER = 0.004;

  /** Days around a quiet time without a suspected burn and without a long gap. */
  private static final double MARGIN = 15;

  private static final double LONGEST_GAP = 4;
  private static final double METRES_PER_KM = 1000;

  private QuietTimes() {}

  /**
   * Finds the quiet gaps.
   *
   * @return indices of the element sets at the end of each quiet gap, ascending
   */
  public static List<Integer> gaps(History history) {
    List<ElementSet> elements = history.elements();
    if (elements.size() < 2 * FEWEST_SETS) {
      return List.of();
    }
    Steps steps = new Steps(elements);
    return steps.scatter() > MOST_SCATTER ? List.of() : quiet(elements, steps.suspected());
  }

  private static List<Integer> quiet(List<ElementSet> elements, boolean[] suspected) {
    double first = elements.get(0).epochDays();
    double last = elements.get(elements.size() - 1).epochDays();
    List<Integer> quiet = new ArrayList<>();
    for (int k = 1; k < elements.size(); k++) {
      double from = elements.get(k - 1).epochDays() - MARGIN;
      double to = elements.get(k).epochDays() + MARGIN;
      if (from >= first && to <= last && isQuiet(elements, suspected, k, from, to)) {
        quiet.add(k);
      }
    }
    return quiet;
  }

  private static boolean isQuiet(
      List<ElementSet> elements, boolean[] suspected, int gap, double from, double to) {
    int k = gap;
    while (k > 1 && elements.get(k - 1).epochDays() > from) {
      k--;
    }
    for (; k < elements.size() && elements.get(k - 1).epochDays() < to; k++) {
      double days = elements.get(k).epochDays() - elements.get(k - 1).epochDays();
      if (suspected[k] || days > LONGEST_GAP) {
        return false;
      }
    }
    return true;
  }

  /** The steps of a history in velocity, m/s: along the track, and of the plane in two axes. */
  private static final class Steps {

    private static final int AXES = 3;

    private final double[] days;
    private final double[][] values;
    private final double[][] steps;

    Steps(List<ElementSet> elements) {
      int size = elements.size();
      days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
      values = new double[AXES][size];
      steps = new double[AXES][size];
      ElementSet middle = elements.get(size / 2);
      double speed = middle.semiMajorAxis() * middle.meanMotion() * METRES_PER_KM;
      double across = speed * 2 * Math.pow(Math.cos(middle.inclination() / 2), 2);
      double nodeRate = SecularRates.node(middle) * Days.SECONDS;
      for (int k = 0; k < size; k++) {
        ElementSet own = elements.get(k);
        MeanOrbit orbit = MeanOrbit.of(own);
        double turned = -nodeRate * (days[k] - middle.epochDays());
        values[0][k] = own.semiMajorAxis() * METRES_PER_KM * middle.meanMotion() / 2;
        values[1][k] = across * (orbit.q() * Math.cos(turned) - orbit.p() * Math.sin(turned));
        values[2][k] = across * (orbit.q() * Math.sin(turned) + orbit.p() * Math.cos(turned));
      }
      for (int k = 0; k < size; k++) {
        for (int axis = 0; axis < AXES; axis++) {
          steps[axis][k] = k == 0 ? Double.NaN : step(values[axis], k);
        }
      }
    }

    /** The standard deviation of the steps along the track, m/s. */
    double scatter() {
      return sigma(0);
    }

    boolean[] suspected() {
      boolean[] suspected = new boolean[days.length];
      for (int axis = 0; axis < AXES; axis++) {
        double least = Math.max(SUSPECT * sigma(axis), axis == 0 ? LEAST_ALONG : LEAST_ACROSS);
        for (int k = 0; k < days.length; k++) {
          suspected[k] |= Math.abs(steps[axis][k]) > least;
        }
      }
      return suspected;
    }

    private double sigma(int axis) {
      return Medians.sigma(
          Arrays.stream(steps[axis]).filter(each -> !Double.isNaN(each)).toArray());
    }

    /** The step between element sets k - 1 and k; NaN where too few are near. */
    private double step(double[] of, int k) {
      double at = (days[k - 1] + days[k]) / 2;
      int from = k;
      while (from > 0 && k - from < MOST_SETS && days[from - 1] >= at - REACH) {
        from--;
      }
      int to = k;
      while (to < days.length && to - k < MOST_SETS && days[to] <= at + REACH) {
        to++;
      }
      return line(of, k, to, at) - line(of, from, k, at);
    }

    private double line(double[] of, int from, int to, double at) {
      if (to - from < FEWEST_SETS || days[to - 1] - days[from] < SHORTEST_SPAN) {
        return Double.NaN;
      }
      double slope = Medians.slope(days, of, from, to);
      double[] levels = new double[to - from];
      for (int i = from; i < to; i++) {
        levels[i - from] = of[i] + slope * (at - days[i]);
      }
      return Medians.of(levels);
    }
  }
}

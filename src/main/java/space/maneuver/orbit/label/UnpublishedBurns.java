package space.maneuver.orbit.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import space.maneuver.math.Medians;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Finds burns that are missing from a log although the orbit shows them beyond doubt: the
 * semi-major axis steps and stays there. Uses only medians of the published mean motions, so that
 * no detector decides on which data it is evaluated. No natural cause looks alike: drag changes the
 * slope of the semi-major axis, and one or two wrong element sets do not move a median. On real
 * satellites without a burn these medians step by up to .08 m/s; geostationary station keeping
 * takes .12 m/s and more.
 */
final class UnpublishedBurns {

  /** Smallest along-track delta-v, m/s. */
  private static final double LEAST_DELTA_V = 0.1;

  /** Element sets on each side whose medians are compared, and within how many days. */
  private static final int LEVEL_SETS = 5;

  private static final int FEWEST_LEVEL_SETS = 4;
  private static final double LEVEL_DAYS = 7;

  /** Element sets on each side from which the drift is estimated, and within how many days. */
  private static final int SLOPE_SETS = 9;

  private static final double SLOPE_DAYS = 12;
  private static final double SHORTEST_SLOPE_DAYS = 0.3;
  private static final double METRES_PER_KM = 1000;

  private UnpublishedBurns() {}

  /** Returns one burn for each gap in which the orbit steps, in order of time. */
  static List<Burn> of(History history) {
    List<ElementSet> elements = history.elements();
    double[] deltaV = new double[elements.size()];
    for (int k = 1; k < deltaV.length; k++) {
      deltaV[k] = step(elements, k) * METRES_PER_KM * elements.get(k).meanMotion() / 2;
    }
    List<Burn> burns = new ArrayList<>();
    for (int k = 1; k < deltaV.length; k++) {
      if (Math.abs(deltaV[k]) > LEAST_DELTA_V && isPeak(elements, deltaV, k)) {
        burns.add(
            new Burn(
                elements.get(k - 1).epoch(),
                elements.get(k).epoch(),
                1,
                Double.NaN,
                deltaV[k],
                Double.NaN));
      }
    }
    return burns;
  }

  /** Whether the step is the largest nearby: medians spread a step over the gaps around it. */
  private static boolean isPeak(List<ElementSet> elements, double[] deltaV, int k) {
    double day = elements.get(k).epochDays();
    for (int j = 0; j < deltaV.length; j++) {
      if (Math.abs(elements.get(j).epochDays() - day) <= LEVEL_DAYS
          && Math.abs(deltaV[j]) > Math.abs(deltaV[k])) {
        return false;
      }
    }
    return true;
  }

  /** Step of the semi-major axis before element set {@code k}, km; 0 where too few are near. */
  private static double step(List<ElementSet> elements, int k) {
    List<ElementSet> before = before(elements, k, LEVEL_SETS, LEVEL_DAYS);
    List<ElementSet> after = after(elements, k, LEVEL_SETS, LEVEL_DAYS);
    if (before.size() < FEWEST_LEVEL_SETS || after.size() < FEWEST_LEVEL_SETS) {
      return 0;
    }
    double slope =
        (slope(before(elements, k, SLOPE_SETS, SLOPE_DAYS))
                + slope(after(elements, k, SLOPE_SETS, SLOPE_DAYS)))
            / 2;
    double days = median(after, ElementSet::epochDays) - median(before, ElementSet::epochDays);
    return median(after, UnpublishedBurns::semiMajorAxis)
        - median(before, UnpublishedBurns::semiMajorAxis)
        - slope * days;
  }

  private static List<ElementSet> before(List<ElementSet> elements, int k, int most, double days) {
    double earliest = elements.get(k).epochDays() - days;
    return elements.subList(Math.max(0, k - most), k).stream()
        .filter(each -> each.epochDays() >= earliest)
        .toList();
  }

  private static List<ElementSet> after(List<ElementSet> elements, int k, int most, double days) {
    double latest = elements.get(k - 1).epochDays() + days;
    return elements.subList(k, Math.min(elements.size(), k + most)).stream()
        .filter(each -> each.epochDays() <= latest)
        .toList();
  }

  /** Theil-Sen slope of the semi-major axis, km/d. */
  private static double slope(List<ElementSet> elements) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i + 1; j < elements.size(); j++) {
        double days = elements.get(j).epochDays() - elements.get(i).epochDays();
        if (days > SHORTEST_SLOPE_DAYS) {
          slopes.add((semiMajorAxis(elements.get(j)) - semiMajorAxis(elements.get(i))) / days);
        }
      }
    }
    return slopes.isEmpty() ? 0 : Medians.of(slopes.stream().mapToDouble(each -> each).toArray());
  }

  private static double semiMajorAxis(ElementSet elements) {
    return Math.cbrt(Wgs72.MU / (elements.meanMotion() * elements.meanMotion()));
  }

  private static double median(List<ElementSet> elements, ToDoubleFunction<ElementSet> of) {
    return Medians.of(elements.stream().mapToDouble(of).toArray());
  }
}

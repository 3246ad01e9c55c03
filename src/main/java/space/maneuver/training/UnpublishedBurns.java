package space.maneuver.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Median;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Burns that a log lacks though the orbit shows them beyond doubt: the semi-major axis steps and
 * stays there. Told by medians of the published mean motions alone, so that no detector has a say
 * in what it is tried on. Nothing natural does it: drag bends the semi-major axis, lone wrong
 * element sets leave medians as they are. On real satellites without a burn the medians step by up
 * to .08 m/s; geostationary station keeping takes .12 m/s and more.
 */
final class UnpublishedBurns {

  /** Along the track, m/s. */
  private static final double LEAST_DELTA_V = 0.1;

  private static final int MOST = 4;
  private static final int FEWEST = 3;
  private static final double REACH_DAYS = 6;
  private static final double SHORTEST_SLOPE_DAYS = 0.3;
  private static final double METRES_PER_KM = 1000;

  private UnpublishedBurns() {}

  /** One or several for each step, in the gaps that it may lie in, in order of time. */
  static List<Burn> of(History history) {
    List<ElementSet> elements = history.elements();
    List<Burn> burns = new ArrayList<>();
    for (int k = 1; k < elements.size(); k++) {
      double deltaV = step(elements, k) * METRES_PER_KM * elements.get(k).meanMotion() / 2;
      if (Math.abs(deltaV) > LEAST_DELTA_V) {
        burns.add(
            new Burn(
                elements.get(k - 1).epoch(),
                elements.get(k).epoch(),
                1,
                Double.NaN,
                deltaV,
                Double.NaN));
      }
    }
    return burns;
  }

  /** Step of the semi-major axis before element set {@code k}, km; 0 where too few are near. */
  private static double step(List<ElementSet> elements, int k) {
    double latest = elements.get(k - 1).epochDays() + REACH_DAYS;
    double earliest = elements.get(k).epochDays() - REACH_DAYS;
    List<ElementSet> before =
        elements.subList(Math.max(0, k - MOST), k).stream()
            .filter(each -> each.epochDays() >= earliest)
            .toList();
    List<ElementSet> after =
        elements.subList(k, Math.min(elements.size(), k + MOST)).stream()
            .filter(each -> each.epochDays() <= latest)
            .toList();
    if (before.size() < FEWEST || after.size() < FEWEST) {
      return 0;
    }
    double slope = (slope(before) + slope(after)) / 2;
    double days = median(after, ElementSet::epochDays) - median(before, ElementSet::epochDays);
    return median(after, UnpublishedBurns::semiMajorAxis)
        - median(before, UnpublishedBurns::semiMajorAxis)
        - slope * days;
  }

  /** Theil and Sen's, km/d. */
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
    return slopes.isEmpty() ? 0 : median(slopes.stream().mapToDouble(each -> each).toArray());
  }

  private static double semiMajorAxis(ElementSet elements) {
    return Math.cbrt(ElementSet.MU / (elements.meanMotion() * elements.meanMotion()));
  }

  private static double median(List<ElementSet> elements, ToDoubleFunction<ElementSet> of) {
    return median(elements.stream().mapToDouble(of).toArray());
  }

  private static double median(double[] values) {
    return new Median().evaluate(values);
  }
}

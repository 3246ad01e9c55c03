package space.maneuver.detection.reconstruction;

import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.SecularRates;

/**
 * Steps of the orbit normal and of the eccentricity vector at each gap between element sets,
 * without what the oblateness of the Earth does. Both are taken relative to the node; near the
 * equator, where there is hardly a node, relative to inertial axes.
 */
final class VectorSteps {

  private static final double NEAR_EQUATOR = Math.toRadians(10);
  private static final double SECONDS_PER_DAY = 86_400;

  private final ElementSteps x;
  private final ElementSteps y;
  private final int gaps;

  private VectorSteps(History history, double[] xs, double[] ys) {
    x = new ElementSteps(history, xs);
    y = new ElementSteps(history, ys);
    gaps = history.size() - 1;
  }

  /** Of the normal, rad. */
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

  /** Of the eccentricity vector, 1. */
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
   * Size of the step in the gap that holds a time in days since 1970.
   *
   * @param from element sets before this time do not count
   * @param to element sets after this time do not count
   */
  double step(double time, double from, double to) {
    int k = gap(time);
    return Math.hypot(x.step(k, from, to), y.step(k, from, to));
  }

  /** Robust standard deviation of such steps around it, both components together. */
  double noise(double time, double from, double to) {
    int k = gap(time);
    return Math.hypot(x.noise(k, from, to), y.noise(k, from, to));
  }

  private int gap(double time) {
    return Math.min(Math.max(x.firstFrom(time), 1), gaps);
  }

  private static boolean nearEquator(History history) {
    return history.last().inclination() < NEAR_EQUATOR;
  }

  private static double beyondJ2(ElementSet before, ElementSet after) {
    double j2 = SecularRates.node(after) * seconds(before, after);
    return Math.IEEEremainder(after.rightAscension() - before.rightAscension() - j2, 2 * Math.PI);
  }

  private static double seconds(ElementSet before, ElementSet after) {
    return (after.epochDays() - before.epochDays()) * SECONDS_PER_DAY;
  }
}

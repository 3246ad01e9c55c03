package space.maneuver.features.gap;

import java.util.List;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.SecularRates;

/**
 * The mean elements of steps relative to a reference step, in km. They refer to the node of the
 * reference and are nonsingular: an ill-determined node of a near-equatorial orbit, or perigee of a
 * near-circular one, does not disturb them. Element sets that cannot be propagated are missing.
 */
final class MeanElements {

  /** The elements. */
  enum Element {
    /** Semi-major axis a from the mean motion. */
    AXIS,
    /** i cos D, times a; D is the right ascension of the node relative to the reference. */
    INCLINATION,
    /** sin i sin D, times a. */
    NODE,
    /** e sin(w + D cos i), times a. */
    H,
    /** e cos(w + D cos i), times a. */
    K
  }

  private final List<ElementSet> elements;
  private final double[] axis;
  private final double[] node;

  MeanElements(Steps steps) {
    elements = steps.history().elements();
    axis = new double[elements.size()];
    node = new double[elements.size()];
    int previous = -1;
    for (int k = 0; k < axis.length; k++) {
      axis[k] = Double.NaN;
      node[k] = Double.NaN;
      if (steps.ephemeris(k) != null) {
        axis[k] = elements.get(k).semiMajorAxis();
        node[k] = previous < 0 ? 0 : node[previous] + turned(previous, k);
        previous = k;
      }
    }
  }

  /** Semi-major axis of element set k, km. */
  double axis(int k) {
    return axis[k];
  }

  /** An element of step j relative to step k, km; NaN if either is missing. */
  double of(Element element, int j, int k) {
    ElementSet set = elements.get(j);
    double turn = node[j] - node[k];
    return switch (element) {
      case AXIS -> axis[j];
      case INCLINATION -> axis[k] * set.inclination() * Math.cos(turn);
      case NODE -> axis[k] * Math.sin(set.inclination()) * Math.sin(turn);
      case H -> axis[k] * set.eccentricity() * Math.sin(perigee(j, k));
      case K -> axis[k] * set.eccentricity() * Math.cos(perigee(j, k));
    };
  }

  /** Argument of perigee of step j from the node of step k, rad. */
  private double perigee(int j, int k) {
    double cos = Math.cos(elements.get(k).inclination());
    return elements.get(j).argumentOfPerigee() + (node[j] - node[k]) * cos;
  }

  /** Change of the node from one step to the other less its secular J2 rate, rad. */
  private double turned(int from, int to) {
    ElementSet before = elements.get(from);
    ElementSet now = elements.get(to);
    double rate = (SecularRates.node(before) + SecularRates.node(now)) / 2 * Days.SECONDS;
    double gap = now.epochDays() - before.epochDays();
    return Angles.halfTurn(now.rightAscension() - before.rightAscension() - rate * gap);
  }
}

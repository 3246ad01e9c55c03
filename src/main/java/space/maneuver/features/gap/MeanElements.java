package space.maneuver.features.gap;

import java.util.List;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.SecularRates;

/**
 * The mean elements of steps as they appear from one of them, in km. Their axes lie along that
 * element set's node and carried along with the orbit, so that a node that turns freely in a
 * near-equatorial orbit, or a perigee in a near-circular one, changes none of them. Element sets
 * that cannot be propagated are missing.
 */
final class MeanElements {

  /** What can be asked for. */
  enum Element {
    /** Semi-major axis a of the mean motion. */
    AXIS,
    /** i cos D, x a; D is the right ascension of the node from that of the reference. */
    INCLINATION,
    /** sin i sin D, x a. */
    NODE,
    /** e sin(w + D cos i), x a. */
    H,
    /** e cos(w + D cos i), x a. */
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

  /** An element of set j as it appears from set k, km; NaN when either is missing. */
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

  /** Argument of perigee of set j from the node of set k, carried along with the orbit, rad. */
  private double perigee(int j, int k) {
    double cos = Math.cos(elements.get(k).inclination());
    return elements.get(j).argumentOfPerigee() + (node[j] - node[k]) * cos;
  }

  /** How far the node turned from one set to the other beyond its secular J2 rate, rad. */
  private double turned(int from, int to) {
    ElementSet before = elements.get(from);
    ElementSet now = elements.get(to);
    double rate = (SecularRates.node(before) + SecularRates.node(now)) / 2 * Days.SECONDS;
    double gap = now.epochDays() - before.epochDays();
    return Angles.halfTurn(now.rightAscension() - before.rightAscension() - rate * gap);
  }
}

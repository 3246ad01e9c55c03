package space.maneuver.simulation.orbit;

import space.maneuver.math.Angles;
import space.maneuver.orbit.ElementSet;

/**
 * Mean equinoctial elements, which are regular for circular and equatorial orbits (Broucke and
 * Cefola 1972).
 *
 * @param meanMotion mean motion, rad/s
 * @param k e cos(perigee + node)
 * @param h e sin(perigee + node)
 * @param q tan(i/2) cos(node)
 * @param p tan(i/2) sin(node)
 * @param longitude mean longitude: node + perigee + mean anomaly, rad
 */
public record MeanOrbit(
    double meanMotion, double k, double h, double q, double p, double longitude) {

  private static final double GREATEST_ECCENTRICITY = 0.95;

  /** Returns the mean equinoctial elements of an element set. */
  public static MeanOrbit of(ElementSet elements) {
    double node = elements.rightAscension();
    double perigee = node + elements.argumentOfPerigee();
    double tilt = Math.tan(elements.inclination() / 2);
    return new MeanOrbit(
        elements.meanMotion(),
        elements.eccentricity() * Math.cos(perigee),
        elements.eccentricity() * Math.sin(perigee),
        tilt * Math.cos(node),
        tilt * Math.sin(node),
        perigee + elements.meanAnomaly());
  }

  /** Returns the orbit tilted by an angle about the line to a node, both rad. */
  MeanOrbit tilted(double angle, double node) {
    double tilt = Math.tan(angle / 2);
    return new MeanOrbit(
        meanMotion, k, h, q + tilt * Math.cos(node), p + tilt * Math.sin(node), longitude);
  }

  /** Returns this orbit as an element set that takes everything else from {@code like}. */
  ElementSet toElementSet(ElementSet like) {
    double node = Math.atan2(p, q);
    double perigee = Math.atan2(h, k);
    return new ElementSet(
        like.noradId(),
        like.name(),
        like.internationalDesignator(),
        like.objectClass(),
        like.epochTicks(),
        meanMotion,
        Math.min(Math.hypot(k, h), GREATEST_ECCENTRICITY),
        2 * Math.atan(Math.hypot(p, q)),
        Angles.turn(node),
        Angles.turn(perigee - node),
        Angles.turn(longitude - perigee),
        like.bStar(),
        like.meanMotionDot(),
        like.meanMotionDotDot(),
        like.elementNumber(),
        like.revolutionNumber());
  }
}

package space.maneuver.simulation.orbit;

import space.maneuver.math.Angles;
import space.maneuver.orbit.ElementSet;

/**
 * A small difference between two orbits in quantities that are regular for circular and equatorial
 * orbits. The vector components lie in the orbital plane, x along the ascending node.
 *
 * @param meanMotion difference of mean motion, rad/s
 * @param phase difference of position along the orbit, rad
 * @param ex difference of the eccentricity vector, x
 * @param ey difference of the eccentricity vector, y
 * @param ix tilt about the node, the difference of inclination, rad
 * @param iy tilt about the axis 90 degrees ahead, the difference of the node times sin i, rad
 */
public record Deviation(
    double meanMotion, double phase, double ex, double ey, double ix, double iy) {

  public static final Deviation NONE = new Deviation(0, 0, 0, 0, 0, 0);

  /** Returns the deviation that {@link #addedTo} adds to the first orbit to obtain the second. */
  public static Deviation between(ElementSet first, ElementSet second) {
    MeanOrbit a = MeanOrbit.of(first);
    MeanOrbit b = MeanOrbit.of(second);
    double scale = 2 / (1 + a.q() * a.q() + a.p() * a.p());
    double cos = Math.cos(first.rightAscension());
    double sin = Math.sin(first.rightAscension());
    double dq = scale * (b.q() - a.q());
    double dp = scale * (b.p() - a.p());
    double iy = cos * dp - sin * dq;
    double turned = iy * Math.tan(first.inclination() / 2);
    double dk = b.k() * Math.cos(turned) + b.h() * Math.sin(turned) - a.k();
    double dh = b.h() * Math.cos(turned) - b.k() * Math.sin(turned) - a.h();
    return new Deviation(
        b.meanMotion() - a.meanMotion(),
        Angles.halfTurn(b.longitude() - a.longitude() - turned),
        cos * dk + sin * dh,
        cos * dh - sin * dk,
        cos * dq + sin * dp,
        iy);
  }

  /** Returns an orbit changed by this deviation. */
  public ElementSet addedTo(ElementSet elements) {
    MeanOrbit a = MeanOrbit.of(elements);
    double scale = 2 / (1 + a.q() * a.q() + a.p() * a.p());
    double cos = Math.cos(elements.rightAscension());
    double sin = Math.sin(elements.rightAscension());
    double turned = iy * Math.tan(elements.inclination() / 2);
    double k = a.k() + cos * ex - sin * ey;
    double h = a.h() + sin * ex + cos * ey;
    return new MeanOrbit(
            a.meanMotion() + meanMotion,
            k * Math.cos(turned) - h * Math.sin(turned),
            h * Math.cos(turned) + k * Math.sin(turned),
            a.q() + (cos * ix - sin * iy) / scale,
            a.p() + (sin * ix + cos * iy) / scale,
            a.longitude() + phase + turned)
        .toElementSet(elements);
  }

  /**
   * Returns the same deviation for an orbit whose node lies elsewhere, as near the equator, where
   * the node is not well defined.
   *
   * @param turn node for which this deviation holds minus the other one, rad
   */
  public Deviation seenFrom(double turn) {
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return new Deviation(
        meanMotion,
        phase,
        cos * ex - sin * ey,
        sin * ex + cos * ey,
        cos * ix - sin * iy,
        sin * ix + cos * iy);
  }

  /** Returns the sum of two deviations. */
  public Deviation plus(Deviation other) {
    return new Deviation(
        meanMotion + other.meanMotion,
        phase + other.phase,
        ex + other.ex,
        ey + other.ey,
        ix + other.ix,
        iy + other.iy);
  }

  /** Returns a multiple of this deviation. */
  public Deviation times(double factor) {
    return new Deviation(
        factor * meanMotion, factor * phase, factor * ex, factor * ey, factor * ix, factor * iy);
  }
}

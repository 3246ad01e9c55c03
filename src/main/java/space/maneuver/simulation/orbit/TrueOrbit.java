package space.maneuver.simulation.orbit;

import java.util.function.UnaryOperator;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Sgp4;

/**
 * The true motion between and at burns. It follows SGP4 and SDP4, so that drag, the secular effects
 * of the Earth's oblateness and, in deep space, those of Sun, Moon and the Earth's triaxiality
 * agree with the predictions of a TLE. A burn changes the velocity at its point of the orbit.
 */
public final class TrueOrbit {

  private static final double NEAR_EQUATOR = Math.toRadians(0.15);
  private static final double TILT = Math.toRadians(0.3);

  private TrueOrbit() {}

  /**
   * Propagates mean elements to another time, ticks.
   *
   * @throws RuntimeException if the object has reentered; see {@link Sgp4#attempt}
   */
  public static ElementSet advanced(ElementSet elements, long ticks) {
    return ticks == elements.epochTicks()
        ? elements
        : offTheEquator(elements, tilted -> Sgp4.elements(ticks, state(tilted, ticks), tilted));
  }

  /** Returns the mean elements just after an impulse, at its time. */
  public static ElementSet kicked(ElementSet elements, Thrust thrust) {
    return offTheEquator(
        elements,
        tilted ->
            Sgp4.elements(thrust.ticks(), after(state(tilted, thrust.ticks()), thrust), tilted));
  }

  private static PVCoordinates after(PVCoordinates before, Thrust thrust) {
    Vector3D radial = before.getPosition().normalize();
    Vector3D cross = before.getMomentum().normalize();
    Vector3D along = cross.crossProduct(radial);
    Vector3D change =
        new Vector3D(thrust.radial(), radial, thrust.along(), along, thrust.cross(), cross);
    return new PVCoordinates(before.getPosition(), before.getVelocity().add(change));
  }

  private static PVCoordinates state(ElementSet elements, long ticks) {
    return Sgp4.propagator(elements).getPVCoordinates(Sgp4.date(ticks));
  }

  /**
   * Applies a step with a nearly equatorial orbit tilted away from the equator, where SDP4 has no
   * unique mean elements (Lyddane's modification is discontinuous there), and tilts the result
   * back.
   */
  private static ElementSet offTheEquator(ElementSet elements, UnaryOperator<ElementSet> step) {
    if (elements.inclination() > NEAR_EQUATOR) {
      return step.apply(elements);
    }
    double node = elements.rightAscension();
    ElementSet stepped =
        step.apply(MeanOrbit.of(elements).tilted(TILT, node).toElementSet(elements));
    return MeanOrbit.of(stepped).tilted(-TILT, node).toElementSet(stepped);
  }
}

package space.maneuver.simulation;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Sgp4;

/**
 * The motion between and at burns. It follows SGP4 and SDP4, so that drag, the secular effects of
 * the earth's oblateness and, for deep space, those of sun, moon and the earth's ellipticity are
 * the ones that a TLE of the object would predict; a burn changes the velocity at its point of the
 * orbit.
 */
final class TrueOrbit {

  private TrueOrbit() {}

  /**
   * Mean elements of the same motion at another time.
   *
   * @throws org.orekit.errors.OrekitException when the object has come down
   */
  static ElementSet advanced(ElementSet elements, long ticks) {
    return ticks == elements.epochTicks()
        ? elements
        : Sgp4.elements(ticks, state(elements, ticks), elements);
  }

  /** Mean elements at the time of an impulse, just after it. */
  static ElementSet kicked(ElementSet elements, Thrust thrust) {
    PVCoordinates before = state(elements, thrust.ticks());
    Vector3D radial = before.getPosition().normalize();
    Vector3D cross = before.getMomentum().normalize();
    Vector3D along = cross.crossProduct(radial);
    Vector3D velocity =
        before
            .getVelocity()
            .add(
                new Vector3D(
                    thrust.radial(), radial, thrust.along(), along, thrust.cross(), cross));
    PVCoordinates after = new PVCoordinates(before.getPosition(), velocity);
    return Sgp4.elements(thrust.ticks(), after, elements);
  }

  private static PVCoordinates state(ElementSet elements, long ticks) {
    return Sgp4.propagator(elements).getPVCoordinates(Sgp4.date(ticks));
  }
}

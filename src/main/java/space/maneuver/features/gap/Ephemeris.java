package space.maneuver.features.gap;

import org.jspecify.annotations.Nullable;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Sgp4;

/**
 * One element set under SGP4 or SDP4, with one propagator for all the epochs it is asked for.
 *
 * @param propagator of the element set
 * @param own the orbit at the element set's own epoch
 */
record Ephemeris(TLEPropagator propagator, OrbitFrame own) {

  /** Null when the element set cannot be propagated to its own epoch. */
  static @Nullable Ephemeris of(ElementSet elements) {
    return Sgp4.attempt(
        () -> {
          TLEPropagator propagator = Sgp4.propagator(elements);
          OrbitFrame own = frame(propagator, propagator.getTLE().getDate());
          return own == null ? null : new Ephemeris(propagator, own);
        });
  }

  AbsoluteDate date() {
    return propagator.getTLE().getDate();
  }

  /** Null when the element set cannot be propagated to the date. */
  @Nullable OrbitFrame at(AbsoluteDate date) {
    return Sgp4.attempt(() -> frame(propagator, date));
  }

  private static @Nullable OrbitFrame frame(TLEPropagator propagator, AbsoluteDate date) {
    PVCoordinates state = propagator.getPVCoordinates(date);
    OrbitFrame frame = OrbitFrame.of(state);
    return Double.isFinite(frame.semiMajorAxis()) && !frame.position().isNaN() ? frame : null;
  }
}

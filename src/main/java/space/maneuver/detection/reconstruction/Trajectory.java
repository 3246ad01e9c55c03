package space.maneuver.detection.reconstruction;

import org.jspecify.annotations.Nullable;
import org.orekit.orbits.EquinoctialOrbit;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Sgp4;

/**
 * The motion that one element set predicts by SGP4 or SDP4.
 *
 * @param day epoch, days since 1970
 * @param propagator of the element set
 * @param own osculating orbit at the epoch
 */
record Trajectory(double day, TLEPropagator propagator, OsculatingOrbit own) {

  private static final double SECONDS_PER_DAY = 86_400;

  /** Null when the element set cannot be propagated to its own epoch. */
  static @Nullable Trajectory of(ElementSet elements) {
    return Sgp4.attempt(
        () -> {
          TLEPropagator propagator = Sgp4.propagator(elements);
          OsculatingOrbit own = orbit(propagator, 0);
          return own == null ? null : new Trajectory(elements.epochDays(), propagator, own);
        });
  }

  /**
   * Osculating orbit at a time in days since 1970; null when the element set cannot be propagated
   * to it.
   */
  @Nullable OsculatingOrbit at(double time) {
    return Sgp4.attempt(() -> orbit(propagator, (time - day) * SECONDS_PER_DAY));
  }

  private static @Nullable OsculatingOrbit orbit(TLEPropagator propagator, double seconds) {
    AbsoluteDate date = propagator.getTLE().getDate().shiftedBy(seconds);
    return OsculatingOrbit.of(
        new EquinoctialOrbit(
            propagator.getPVCoordinates(date), propagator.getFrame(), date, TLEPropagator.getMU()));
  }
}

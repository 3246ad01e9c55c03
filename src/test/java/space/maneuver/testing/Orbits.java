package space.maneuver.testing;

import java.time.Instant;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;

/** Orbits to try things on. */
public final class Orbits {

  public static final long START = ElementSet.ticks(Instant.parse("2015-03-01T00:00:00Z"));

  private Orbits() {}

  /** At its ascending node, without drag; km, 1 and degrees. */
  public static ElementSet of(double semiMajorAxis, double eccentricity, double inclination) {
    return new ElementSet(
        80_000,
        null,
        null,
        ObjectClass.PAYLOAD,
        START,
        Math.sqrt(ElementSet.MU / Math.pow(semiMajorAxis, 3)),
        eccentricity,
        Math.toRadians(inclination),
        1,
        2,
        2 * Math.PI - 2,
        0,
        0,
        0,
        0,
        0);
  }
}

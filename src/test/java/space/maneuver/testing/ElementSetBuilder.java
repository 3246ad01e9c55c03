package space.maneuver.testing;

import java.time.Instant;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;

/** Element sets for tests of any package: a low orbit, of which each test changes what it needs. */
public record ElementSetBuilder(
    Instant epoch,
    ObjectClass objectClass,
    double revolutionsPerDay,
    double eccentricity,
    double inclinationDegrees,
    double nodeDegrees,
    double bStar) {

  /** Catalogue number of all of them. */
  public static final int NORAD_ID = 70_001;

  public static ElementSetBuilder at(String epoch) {
    return new ElementSetBuilder(
        Instant.parse(epoch), ObjectClass.PAYLOAD, 14.2, 0.001, 98.6, 120, 1e-5);
  }

  public ElementSetBuilder objectClass(ObjectClass other) {
    return new ElementSetBuilder(
        epoch, other, revolutionsPerDay, eccentricity, inclinationDegrees, nodeDegrees, bStar);
  }

  public ElementSetBuilder revolutionsPerDay(double other) {
    return new ElementSetBuilder(
        epoch, objectClass, other, eccentricity, inclinationDegrees, nodeDegrees, bStar);
  }

  public ElementSetBuilder eccentricity(double other) {
    return new ElementSetBuilder(
        epoch, objectClass, revolutionsPerDay, other, inclinationDegrees, nodeDegrees, bStar);
  }

  public ElementSetBuilder inclination(double degrees) {
    return new ElementSetBuilder(
        epoch, objectClass, revolutionsPerDay, eccentricity, degrees, nodeDegrees, bStar);
  }

  public ElementSetBuilder node(double degrees) {
    return new ElementSetBuilder(
        epoch, objectClass, revolutionsPerDay, eccentricity, inclinationDegrees, degrees, bStar);
  }

  public ElementSetBuilder bStar(double other) {
    return new ElementSetBuilder(
        epoch,
        objectClass,
        revolutionsPerDay,
        eccentricity,
        inclinationDegrees,
        nodeDegrees,
        other);
  }

  public ElementSet build() {
    double turned = nodeDegrees - 360 * Math.floor(nodeDegrees / 360);
    return new ElementSet(
        NORAD_ID,
        "TEST",
        null,
        objectClass,
        ElementSet.ticks(epoch),
        revolutionsPerDay * 2 * Math.PI / 86_400,
        eccentricity,
        Math.toRadians(inclinationDegrees),
        Math.toRadians(turned),
        1,
        2,
        bStar,
        0,
        0,
        1,
        1);
  }
}

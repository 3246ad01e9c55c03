package space.maneuver.testing;

import java.time.Instant;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;

/** A single element set of a low orbit, or of another, of which a test changes what it needs. */
public final class ElementSetBuilder {

  /** Catalogue number of all that do not begin with another element set. */
  public static final int NORAD_ID = 70_001;

  private final ElementSet set;

  private ElementSetBuilder(ElementSet set) {
    this.set = set;
  }

  /** A payload 800 km up, 98.6 degrees inclined. */
  public static ElementSetBuilder at(String epoch) {
    return new ElementSetBuilder(
        new ElementSet(
            NORAD_ID,
            "TEST",
            null,
            ObjectClass.PAYLOAD,
            Ticks.of(Instant.parse(epoch)),
            perDay(14.2),
            0.001,
            Math.toRadians(98.6),
            Math.toRadians(120),
            1,
            2,
            1e-5,
            0,
            0,
            1,
            1));
  }

  public static ElementSetBuilder of(ElementSet set) {
    return new ElementSetBuilder(set);
  }

  /** At the ascending node of an orbit without drag; km, 1 and degrees. */
  public static ElementSet atNode(
      double semiMajorAxis, double eccentricity, double inclinationDegrees) {
    ElementSetBuilder orbit =
        at("2015-03-01T00:00:00Z")
            .semiMajorAxis(semiMajorAxis)
            .eccentricity(eccentricity)
            .inclination(inclinationDegrees)
            .bStar(0);
    double fromNode = orbit.set.argumentOfPerigee() + orbit.set.meanAnomaly();
    return orbit.plus(0, 0, 0, 0, -fromNode).build();
  }

  /** The element set of an orbit that cannot be propagated even to its own epoch. */
  public static ElementSet broken(ElementSet set) {
    return of(set).eccentricity(0.9999999).build();
  }

  public ElementSetBuilder objectClass(ObjectClass other) {
    return new ElementSetBuilder(set.withObjectClass(other));
  }

  public ElementSetBuilder revolutionsPerDay(double other) {
    return meanMotion(perDay(other));
  }

  /** By Kepler's third law, km. */
  public ElementSetBuilder semiMajorAxis(double other) {
    return meanMotion(Math.sqrt(Wgs72.MU / other) / other);
  }

  /** rad/s. */
  public ElementSetBuilder meanMotion(double other) {
    return with(
        other, set.eccentricity(), set.inclination(), set.rightAscension(), set.meanAnomaly());
  }

  public ElementSetBuilder eccentricity(double other) {
    return with(
        set.meanMotion(), other, set.inclination(), set.rightAscension(), set.meanAnomaly());
  }

  public ElementSetBuilder inclination(double degrees) {
    return with(
        set.meanMotion(),
        set.eccentricity(),
        Math.toRadians(degrees),
        set.rightAscension(),
        set.meanAnomaly());
  }

  public ElementSetBuilder node(double degrees) {
    return with(
        set.meanMotion(),
        set.eccentricity(),
        set.inclination(),
        Math.toRadians(degrees),
        set.meanAnomaly());
  }

  public ElementSetBuilder bStar(double other) {
    return new ElementSetBuilder(set.withDrag(other, set.meanMotionDot()));
  }

  /** Adds to the elements; rad/s, 1 and rad. */
  public ElementSetBuilder plus(
      double meanMotion, double eccentricity, double inclination, double node, double meanAnomaly) {
    return with(
        set.meanMotion() + meanMotion,
        set.eccentricity() + eccentricity,
        set.inclination() + inclination,
        set.rightAscension() + node,
        set.meanAnomaly() + meanAnomaly);
  }

  private ElementSetBuilder with(
      double meanMotion, double eccentricity, double inclination, double node, double meanAnomaly) {
    return new ElementSetBuilder(
        new ElementSet(
            set.noradId(),
            set.name(),
            set.internationalDesignator(),
            set.objectClass(),
            set.epochTicks(),
            meanMotion,
            eccentricity,
            inclination,
            turned(node),
            set.argumentOfPerigee(),
            turned(meanAnomaly),
            set.bStar(),
            set.meanMotionDot(),
            set.meanMotionDotDot(),
            set.elementNumber(),
            set.revolutionNumber()));
  }

  public ElementSet build() {
    return set;
  }

  private static double perDay(double revolutions) {
    return revolutions * 2 * Math.PI / 86_400;
  }

  /** The same angle within the first turn, rad. */
  private static double turned(double angle) {
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
  }
}

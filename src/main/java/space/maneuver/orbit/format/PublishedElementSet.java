package space.maneuver.orbit.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSet.ObjectName;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.Quantity.CatalogueUnits;

/**
 * An element set as it was published, digit for digit and in the catalogues' units, whichever
 * format it came in; {@link ElementSet} is the same in SI units, with the epoch to the tick. The
 * fields are those of a GP record (CCSDS 502.0-B-3).
 *
 * @param noradId catalogue number, 1 to 999,999,999
 * @param name as in {@link ElementSet#name()}
 * @param internationalDesignator as in {@link ElementSet#internationalDesignator()}
 * @param objectType such as "PAYLOAD" or "TBA", at most 24 characters; null when not given
 * @param classification a capital letter, U when not given
 * @param epoch UTC, to the microsecond
 * @param elements the elements of SGP4
 * @param ephemerisType 0 to 3
 * @param elementNumber element set number, 0 when not given
 * @param revolutionNumber revolution at epoch, 0 when not given
 * @param creationDate when the publisher made it, to the microsecond; null when not given
 * @param originator who made it, at most 40 characters; null when not given
 */
public record PublishedElementSet(
    int noradId,
    @Nullable String name,
    @Nullable String internationalDesignator,
    @Nullable String objectType,
    char classification,
    Instant epoch,
    Elements elements,
    int ephemerisType,
    int elementNumber,
    int revolutionNumber,
    @Nullable Instant creationDate,
    @Nullable String originator) {

  private static final int LONGEST_TYPE = 24;
  private static final int LONGEST_ORIGINATOR = 40;

  public PublishedElementSet {
    name = ObjectName.clean(name, ObjectName.LONGEST);
    internationalDesignator =
        ObjectName.clean(internationalDesignator, ObjectName.LONGEST_DESIGNATOR);
    objectType = ObjectName.clean(objectType, LONGEST_TYPE);
    epoch = epoch.truncatedTo(ChronoUnit.MICROS);
    creationDate = creationDate == null ? null : creationDate.truncatedTo(ChronoUnit.MICROS);
    originator = ObjectName.clean(originator, LONGEST_ORIGINATOR);
  }

  /** The element set in SI units, with the same bits as if it had been read as one. */
  public ElementSet toElementSet() {
    return new ElementSet(
        noradId,
        name,
        internationalDesignator,
        ObjectClass.of(objectType, name),
        Ticks.of(epoch),
        CatalogueUnits.meanMotion(elements.meanMotion.doubleValue()),
        elements.eccentricity.doubleValue(),
        CatalogueUnits.angle(elements.inclination.doubleValue()),
        CatalogueUnits.angle(elements.rightAscension.doubleValue()),
        CatalogueUnits.angle(elements.argumentOfPerigee.doubleValue()),
        CatalogueUnits.angle(elements.meanAnomaly.doubleValue()),
        elements.bStar.doubleValue(),
        CatalogueUnits.meanMotionDot(elements.meanMotionDot.doubleValue()),
        CatalogueUnits.meanMotionDotDot(elements.meanMotionDotDot.doubleValue()),
        elementNumber,
        revolutionNumber);
  }

  /**
   * The elements of SGP4 with the digits that were published.
   *
   * @param meanMotion rev/day
   * @param eccentricity 0 to below 1
   * @param inclination deg
   * @param rightAscension deg
   * @param argumentOfPerigee deg
   * @param meanAnomaly deg
   * @param bStar 1/Earth radii
   * @param meanMotionDot half the first derivative of the mean motion, rev/day2
   * @param meanMotionDotDot a sixth of the second derivative, rev/day3
   */
  public record Elements(
      BigDecimal meanMotion,
      BigDecimal eccentricity,
      BigDecimal inclination,
      BigDecimal rightAscension,
      BigDecimal argumentOfPerigee,
      BigDecimal meanAnomaly,
      BigDecimal bStar,
      BigDecimal meanMotionDot,
      BigDecimal meanMotionDotDot) {

    /** Number of elements. */
    public static final int COUNT = 9;

    /** Digits that an element may have. */
    public static final int MOST_DIGITS = 34;

    /** Greatest scale of an element and, negative, the least one. */
    public static final int GREATEST_SCALE = 99;

    /** The elements in the order of the components. */
    public static Elements of(List<BigDecimal> values) {
      return new Elements(
          values.get(0),
          values.get(1),
          values.get(2),
          values.get(3),
          values.get(4),
          values.get(5),
          values.get(6),
          values.get(7),
          values.get(8));
    }

    /** The elements in the order of the components. */
    public List<BigDecimal> values() {
      return List.of(
          meanMotion,
          eccentricity,
          inclination,
          rightAscension,
          argumentOfPerigee,
          meanAnomaly,
          bStar,
          meanMotionDot,
          meanMotionDotDot);
    }

    /** Whether all elements have the same value; formats differ in their trailing zeros. */
    public boolean isSameAs(Elements other) {
      List<BigDecimal> values = values();
      List<BigDecimal> others = other.values();
      for (int i = 0; i < COUNT; i++) {
        if (values.get(i).compareTo(others.get(i)) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}

package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.Quantity.CatalogueUnits;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TleFields.InternationalDesignator;
import space.maneuver.orbit.format.TleFields.SatelliteNumber;
import space.maneuver.orbit.format.TleFields.TleEpoch;
import space.maneuver.orbit.format.TleFields.TleExponential;
import space.maneuver.orbit.format.TleReader.TleParser;

/**
 * Writes element sets as two lines of 69 characters. Numbers are rounded to the precision of the
 * format; 360 degrees become 0.
 */
public final class TleWriter {

  private static final long ECCENTRICITY_UNIT = 10_000_000L;
  private static final long MEAN_MOTION_UNIT = 100_000_000L;
  private static final long DEGREE_UNIT = 10_000L;
  private static final double DERIVATIVE_UNIT = 1e8;

  private TleWriter() {}

  /**
   * Returns the two lines, separated by a newline, without one at the end.
   *
   * @throws IllegalArgumentException if the format cannot represent a value: a catalogue number
   *     above 339999, an epoch outside 1957 to 2056, or too large a derivative or B*
   */
  public static String lines(ElementSet elements) {
    return lines(elements, 'U', 0);
  }

  /**
   * Returns the two lines of an element set with its classification and ephemeris type; with the
   * digits that were published, if it came as a TLE.
   *
   * @throws IllegalArgumentException as {@link #lines(ElementSet)}
   */
  static String lines(PublishedElementSet published) {
    return lines(published.toElementSet(), published.classification(), published.ephemerisType());
  }

  private static String lines(ElementSet elements, char classification, int ephemerisType) {
    String number = SatelliteNumber.format(elements.noradId());
    StringBuilder line1 = new StringBuilder(TleParser.LENGTH);
    line1.append("1 ").append(number).append(classification).append(' ');
    line1.append(InternationalDesignator.format(elements.internationalDesignator()));
    line1.append(' ').append(TleEpoch.format(elements.epochTicks()));
    line1.append(' ').append(derivative(elements));
    double secondDerivative = CatalogueUnits.publishedMeanMotionDotDot(elements.meanMotionDotDot());
    line1.append(' ').append(TleExponential.format(secondDerivative));
    line1.append(' ').append(TleExponential.format(elements.bStar()));
    line1.append(' ').append(ephemerisType).append(' ');
    line1.append(Digits.blanks(elements.elementNumber() % 10_000, 4));
    StringBuilder line2 = new StringBuilder(TleParser.LENGTH);
    line2.append("2 ").append(number);
    line2.append(' ').append(degrees(elements.inclination()));
    line2.append(' ').append(degrees(elements.rightAscension()));
    line2.append(' ').append(eccentricity(elements));
    line2.append(' ').append(degrees(elements.argumentOfPerigee()));
    line2.append(' ').append(degrees(elements.meanAnomaly()));
    line2.append(' ').append(meanMotion(elements));
    line2.append(Digits.blanks(elements.revolutionNumber() % 100_000, 5));
    return withChecksum(line1) + "\n" + withChecksum(line2);
  }

  /**
   * Returns the element set as read back from {@link #lines}: every number rounded to the precision
   * of the format.
   *
   * @throws IllegalArgumentException as {@link #lines}
   */
  public static ElementSet rounded(ElementSet elements) {
    String lines = lines(elements);
    String line1 = lines.substring(0, TleParser.LENGTH);
    String line2 = lines.substring(TleParser.LENGTH + 1);
    try {
      ElementSet read =
          TleParser.elements(elements.noradId(), elements.name(), TleParser.line1(line1), line2);
      return read.withObjectClass(elements.objectClass());
    } catch (FieldFault fault) {
      throw new IllegalArgumentException(
          fault.field() + " '" + fault.value() + "' " + fault.reason(), fault);
    }
  }

  private static String withChecksum(StringBuilder line) {
    return line.append(TleParser.checksum(line)).toString();
  }

  private static String derivative(ElementSet elements) {
    double published = CatalogueUnits.publishedMeanMotionDot(elements.meanMotionDot());
    long digits = Math.round(Math.abs(published) * DERIVATIVE_UNIT);
    if (digits >= DERIVATIVE_UNIT) {
      throw new IllegalArgumentException(
          "mean motion derivative " + published + " does not fit into a TLE");
    }
    return (published < 0 && digits > 0 ? "-." : " .") + Digits.zeros(digits, 8);
  }

  private static String degrees(double angle) {
    long digits = Math.round(Math.toDegrees(angle) * DEGREE_UNIT) % (360 * DEGREE_UNIT);
    return Digits.blanks(digits / DEGREE_UNIT, 3) + "." + Digits.zeros(digits % DEGREE_UNIT, 4);
  }

  private static String eccentricity(ElementSet elements) {
    long digits = Math.round(elements.eccentricity() * ECCENTRICITY_UNIT);
    return Digits.zeros(Math.min(digits, ECCENTRICITY_UNIT - 1), 7);
  }

  private static String meanMotion(ElementSet elements) {
    double published = CatalogueUnits.publishedMeanMotion(elements.meanMotion());
    long digits = Math.round(published * MEAN_MOTION_UNIT);
    return Digits.blanks(digits / MEAN_MOTION_UNIT, 2)
        + "."
        + Digits.zeros(digits % MEAN_MOTION_UNIT, 8);
  }
}

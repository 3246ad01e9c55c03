package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import org.jspecify.annotations.Nullable;

/**
 * Makes an element set of the two lines of a TLE. Columns as in Hoots and Roehrich, "Spacetrack
 * Report No. 3", and CelesTrak's description of the format.
 */
final class TleParser {

  static final int LENGTH = 69;

  private static final int CHECKSUM = LENGTH - 1;
  private static final int[] BLANKS_1 = {1, 8, 17, 32, 43, 52, 61, 63};
  private static final int[] BLANKS_2 = {1, 7, 16, 25, 33, 42, 51};

  private TleParser() {}

  /** Checks what can be said of one line alone: its length, checksum and blank columns. */
  static void checkLine(String line) throws FieldFault {
    if (line.length() != LENGTH) {
      throw new FieldFault(
          "length", Integer.toString(line.length()), "an element line has 69 characters");
    }
    int checksum = checksum(line);
    if (line.charAt(CHECKSUM) != '0' + checksum) {
      throw new FieldFault(
          "checksum", line.substring(CHECKSUM), "the line's own sum is " + checksum);
    }
    for (int column : line.charAt(0) == '1' ? BLANKS_1 : BLANKS_2) {
      if (line.charAt(column) != ' ') {
        throw new FieldFault(
            "line " + line.charAt(0),
            line.substring(column, column + 1),
            "column " + (column + 1) + " must be blank");
      }
    }
  }

  /** The number of the object, of a line that passed {@link #checkLine}. */
  static int satellite(String line) throws FieldFault {
    return SatelliteNumber.parse(line);
  }

  /** What line 1 holds besides the number; it must have passed {@link #checkLine}. */
  static Line1 line1(String line) throws FieldFault {
    TleColumns columns = new TleColumns(line);
    if (EphemerisType.isOtherTheory((int) columns.digits(62, 63, EphemerisType.LABEL))) {
      throw columns.fault(62, 63, EphemerisType.LABEL, EphemerisType.REFUSAL);
    }
    return new Line1(
        InternationalDesignator.parse(line),
        TleEpoch.parse(line),
        columns.decimal(33, 43, "mean motion derivative"),
        columns.exponential(44, 52, "mean motion second derivative"),
        columns.exponential(53, 61, "B*"),
        (int) columns.digits(64, 68, "element number"));
  }

  /** The element set; {@code line2} must have passed {@link #checkLine}. */
  static ElementSet elements(int noradId, @Nullable String name, Line1 line1, String line2)
      throws FieldFault {
    TleColumns columns = new TleColumns(line2);
    return new ElementSet(
        noradId,
        name,
        line1.designator,
        ObjectClass.of(null, name),
        line1.epochTicks,
        CatalogueUnits.meanMotion(number(columns, 52, 63, Quantity.MEAN_MOTION)),
        columns.within(
            columns.fraction(26, 33, Quantity.ECCENTRICITY.label()), 26, 33, Quantity.ECCENTRICITY),
        CatalogueUnits.angle(number(columns, 8, 16, Quantity.INCLINATION)),
        CatalogueUnits.angle(number(columns, 17, 25, Quantity.RIGHT_ASCENSION)),
        CatalogueUnits.angle(number(columns, 34, 42, Quantity.ARGUMENT_OF_PERIGEE)),
        CatalogueUnits.angle(number(columns, 43, 51, Quantity.MEAN_ANOMALY)),
        line1.bStar + 0.0,
        CatalogueUnits.meanMotionDot(line1.meanMotionDot),
        CatalogueUnits.meanMotionDotDot(line1.meanMotionDotDot),
        line1.elementNumber,
        (int) columns.digits(63, 68, "revolution number"));
  }

  /** Sum of the digits before the last column, a minus counting 1, modulo 10. */
  static int checksum(CharSequence line) {
    int sum = 0;
    for (int i = 0; i < CHECKSUM; i++) {
      char c = line.charAt(i);
      if (c >= '0' && c <= '9') {
        sum += c - '0';
      } else if (c == '-') {
        sum++;
      }
    }
    return sum % 10;
  }

  private static double number(TleColumns columns, int from, int to, Quantity quantity)
      throws FieldFault {
    return columns.within(columns.decimal(from, to, quantity.label()), from, to, quantity);
  }

  /** The fields of line 1 in the catalogues' units. */
  record Line1(
      @Nullable String designator,
      long epochTicks,
      double meanMotionDot,
      double meanMotionDotDot,
      double bStar,
      int elementNumber) {}
}

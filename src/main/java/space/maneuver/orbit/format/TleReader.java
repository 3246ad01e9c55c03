package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSet.ObjectName;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.format.GpRecord.EphemerisType;
import space.maneuver.orbit.format.Quantity.CatalogueUnits;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TleFields.InternationalDesignator;
import space.maneuver.orbit.format.TleFields.SatelliteNumber;
import space.maneuver.orbit.format.TleFields.TleColumns;
import space.maneuver.orbit.format.TleFields.TleEpoch;

/**
 * Reads two-line element sets with or without name lines. A record is an optional name line, a line
 * 1 and a line 2; a line that does not fit is rejected, and reading resumes at the next line 1.
 */
final class TleReader<T> {

  private final RecordParser<T> records;
  private final Consumer<T> good;
  private final Consumer<Rejection> bad;

  private @Nullable String name;
  private @Nullable String line1;
  private long nameNumber;
  private long line1Number;

  TleReader(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
    this.records = records;
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    LineReader lines = new LineReader(in);
    while (lines.next()) {
      String text = lines.text();
      if (lines.overlong()) {
        abandon();
        reject(lines.number(), "length", text, "longer than " + LineReader.LONGEST + " bytes");
      } else if (text.startsWith("1 ")) {
        abandonLine1();
        line1 = text;
        line1Number = lines.number();
      } else if (text.startsWith("2 ")) {
        line2(text, lines.number());
      } else if (!text.isEmpty()) {
        other(text, lines.number());
      }
    }
    abandon();
  }

  private void other(String text, long number) {
    abandon();
    if (text.length() > ObjectName.LONGEST) {
      reject(number, "line", text, "neither a name nor an element line");
      return;
    }
    name = (text.startsWith("0 ") ? text.substring(2) : text).strip();
    nameNumber = number;
  }

  private void line2(String line2, long number) {
    String first = line1;
    if (first == null) {
      reject(number, "line 1", null, "line 2 has no line 1 before it");
    } else {
      pair(first, line2, number);
    }
    line1 = null;
    name = null;
  }

  private void pair(String first, String second, long secondNumber) {
    long place = line1Number;
    try {
      TleParser.checkLine(first);
      int satellite = TleParser.satellite(first);
      TleParser.Line1 fields = TleParser.line1(first);
      place = secondNumber;
      TleParser.checkLine(second);
      if (TleParser.satellite(second) != satellite) {
        throw new FieldFault(
            "satellite number", second.substring(2, 7), "line 1 has " + first.substring(2, 7));
      }
      good.accept(records.tle(satellite, name, fields, first, second));
    } catch (FieldFault fault) {
      bad.accept(Rejection.atLine(place, fault));
    }
  }

  private void abandon() {
    abandonLine1();
    if (name != null) {
      reject(nameNumber, "line", name, "no line 1 follows");
      name = null;
    }
  }

  private void abandonLine1() {
    if (line1 != null) {
      reject(line1Number, "line 2", null, "line 1 has no line 2 after it");
      line1 = null;
      name = null;
    }
  }

  private void reject(long number, String field, @Nullable String value, String reason) {
    bad.accept(new Rejection(null, number, false, field, value, reason));
  }

  /**
   * Parses the two lines of a TLE. Columns are those of Hoots and Roehrich, "Spacetrack Report No.
   * 3", and of CelesTrak's description of the format.
   */
  static final class TleParser {

    static final int LENGTH = 69;

    private static final int CHECKSUM = LENGTH - 1;
    private static final int[] BLANKS_1 = {1, 8, 17, 32, 43, 52, 61, 63};
    private static final int[] BLANKS_2 = {1, 7, 16, 25, 33, 42, 51};

    private TleParser() {}

    /** Checks the length, checksum and blank columns of a line. */
    static void checkLine(String line) throws FieldFault {
      if (line.length() != LENGTH) {
        throw new FieldFault("length", Integer.toString(line.length()), "must be 69 characters");
      }
      int checksum = checksum(line);
      if (line.charAt(CHECKSUM) != '0' + checksum) {
        throw new FieldFault(
            "checksum",
            line.substring(CHECKSUM),
            "does not match the line, whose checksum is " + checksum);
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

    /** The catalogue number in a line that passed {@link #checkLine}. */
    static int satellite(String line) throws FieldFault {
      return SatelliteNumber.parse(line);
    }

    /** Parses the other fields of a line 1 that passed {@link #checkLine}. */
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

    /** Parses a line 2 that passed {@link #checkLine} and completes the element set. */
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
              columns.fraction(26, 33, Quantity.ECCENTRICITY.label()),
              26,
              33,
              Quantity.ECCENTRICITY),
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
}

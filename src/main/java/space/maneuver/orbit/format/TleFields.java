package space.maneuver.orbit.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.Rejection.FieldFault;

/** Reads and writes the notations that are specific to two-line element sets. */
final class TleFields {

  private TleFields() {}

  /**
   * The epoch of a TLE: the last two digits of the year, where 57 to 99 mean 1957 to 1999, and the
   * day of the year with eight decimals, the ticks of {@link ElementSet#epochTicks()}.
   */
  static final class TleEpoch {

    private static final int FIRST_YEAR = 57;
    private static final int LAST_CENTURY = 19;

    private TleEpoch() {}

    static int century(int yearOfCentury) {
      return yearOfCentury < FIRST_YEAR ? LAST_CENTURY + 1 : LAST_CENTURY;
    }

    /**
     * Reads columns 19 to 32 of line 1.
     *
     * @throws FieldFault if they are not a date
     */
    static long parse(String line) throws FieldFault {
      TleColumns columns = new TleColumns(line);
      int yearOfCentury = (int) columns.digits(18, 20, "epoch year");
      int year = 100 * century(yearOfCentury) + yearOfCentury;
      long day = columns.digits(20, 23, "epoch day");
      if (day < 1 || day > Year.of(year).length() || line.charAt(23) != '.') {
        throw new FieldFault(
            "epoch day",
            line.substring(20, 32),
            "must be a day of the year " + year + ", counted from 1, with decimals");
      }
      long fraction = columns.digits(24, 32, "epoch day");
      return (LocalDate.ofYearDay(year, 1).toEpochDay() + day - 1) * Ticks.PER_DAY + fraction;
    }

    /**
     * Writes fourteen characters.
     *
     * @throws IllegalArgumentException outside 1957 to 2056
     */
    static String format(long ticks) {
      LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(ticks, Ticks.PER_DAY));
      int yearOfCentury = date.getYear() % 100;
      if (100 * century(yearOfCentury) + yearOfCentury != date.getYear()) {
        throw new IllegalArgumentException(date + " does not fit into a TLE (1957 to 2056)");
      }
      long fraction = Math.floorMod(ticks, Ticks.PER_DAY);
      return Digits.zeros(yearOfCentury, 2)
          + Digits.zeros(date.getDayOfYear(), 3)
          + "."
          + Digits.zeros(fraction, 8);
    }
  }

  /** The notation of B* in a TLE: five digits after an implied decimal point, and an exponent. */
  static final class TleExponential {

    private static final int DIGITS = 5;
    private static final int GREATEST_EXPONENT = 9;
    private static final int LEAST_PLACE = DIGITS + GREATEST_EXPONENT;
    private static final String ZERO = " 00000-0";

    private TleExponential() {}

    /** Rounds to the nearest number that the notation can represent. */
    static BigDecimal round(double value) {
      BigDecimal five =
          new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
      return five.scale() > LEAST_PLACE ? five.setScale(LEAST_PLACE, RoundingMode.HALF_EVEN) : five;
    }

    /**
     * Eight characters, such as " 34803-4" for 3.4803e-5.
     *
     * @throws IllegalArgumentException for magnitudes of 1e9 and above
     */
    static String format(double value) {
      BigDecimal rounded = round(value);
      if (rounded.signum() == 0) {
        return ZERO;
      }
      int exponent = Math.max(rounded.precision() - rounded.scale(), -GREATEST_EXPONENT);
      if (exponent > GREATEST_EXPONENT) {
        throw new IllegalArgumentException(value + " does not fit into a TLE");
      }
      long digits = rounded.abs().movePointRight(DIGITS - exponent).longValueExact();
      return (rounded.signum() < 0 ? "-" : " ")
          + Digits.zeros(digits, DIGITS)
          + (exponent > 0 ? "+" : "-")
          + Math.abs(exponent);
    }
  }

  /**
   * The five characters of a catalogue number in a TLE. In Alpha-5 a leading letter, I and O
   * excepted, stands for 10 to 33, which extends the range to 339999 (Space-Track, "Alpha-5").
   */
  static final class SatelliteNumber {

    static final int GREATEST = 339_999;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LETTER_UNIT = 10_000;
    private static final int FIRST_LETTER = 10;

    private SatelliteNumber() {}

    /**
     * Reads columns 3 to 7.
     *
     * @throws FieldFault if they are not a number
     */
    static int parse(String line) throws FieldFault {
      int letter = LETTERS.indexOf(line.charAt(2));
      TleColumns columns = new TleColumns(line);
      int number =
          letter < 0
              ? (int) columns.digits(2, 7, "satellite number")
              : (letter + FIRST_LETTER) * LETTER_UNIT
                  + (int) columns.digits(3, 7, "satellite number");
      if (number == 0) {
        throw new FieldFault("satellite number", line.substring(2, 7), "must be at least 1");
      }
      return number;
    }

    /**
     * Writes five characters.
     *
     * @throws IllegalArgumentException above {@link #GREATEST}: such objects have no TLE
     */
    static String format(int number) {
      if (number < 1 || number > GREATEST) {
        throw new IllegalArgumentException(
            "catalogue number " + number + " does not fit into a TLE (1 to " + GREATEST + ")");
      }
      int high = number / LETTER_UNIT;
      String first =
          high < FIRST_LETTER
              ? Integer.toString(high)
              : LETTERS.substring(high - FIRST_LETTER, high - FIRST_LETTER + 1);
      return first + Digits.zeros(number % LETTER_UNIT, 4);
    }
  }

  /** The international designator, abbreviated in a TLE: "98067A" for "1998-067A". */
  static final class InternationalDesignator {

    private static final Pattern FULL = Pattern.compile("(\\d\\d)(\\d\\d)-(\\d{3})([A-Z]{1,3})");

    private InternationalDesignator() {}

    /** Reads columns 10 to 17 of line 1; other forms are returned unchanged. */
    static @Nullable String parse(String line) {
      String text = line.substring(9, 17).strip();
      if (isNumber(line, 9, 14) && text.length() > 5) {
        int year = 10 * Character.digit(line.charAt(9), 10) + Character.digit(line.charAt(10), 10);
        return TleEpoch.century(year)
            + line.substring(9, 11)
            + "-"
            + line.substring(11, 14)
            + text.substring(5).strip();
      }
      return text.isEmpty() ? null : text;
    }

    /** Eight characters for columns 10 to 17; blanks for a designator of another form. */
    static String format(@Nullable String designator) {
      Matcher full = FULL.matcher(designator == null ? "" : designator);
      if (!full.matches()) {
        return " ".repeat(8);
      }
      String piece = full.group(4);
      return full.group(2) + full.group(3) + piece + " ".repeat(3 - piece.length());
    }

    private static boolean isNumber(String line, int from, int to) {
      for (int i = from; i < to; i++) {
        if (line.charAt(i) < '0' || line.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Parses numbers from the fixed columns of a TLE line, in which a blank means zero. Columns are
   * indices from 0, end exclusive. Results equal those of {@link Double#parseDouble}, since all
   * mantissas and powers of ten here are exact doubles.
   */
  static final class TleColumns {

    private static final double[] POWERS = {
      1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };
    private static final int MANTISSA_DIGITS = 5;

    private final String line;

    TleColumns(String line) {
      this.line = line;
    }

    /** A whole number; 0 if blank. */
    long digits(int from, int to, String field) throws FieldFault {
      long number = 0;
      for (int i = from; i < to; i++) {
        number = 10 * number + digit(i, from, to, field);
      }
      return number;
    }

    /** A number with a decimal point and an optional sign: "098.6197", "-.00000044". */
    double decimal(int from, int to, String field) throws FieldFault {
      int i = afterBlanks(from, to);
      boolean negative = i < to && line.charAt(i) == '-';
      if (i < to && (negative || line.charAt(i) == '+')) {
        i++;
      }
      long mantissa = 0;
      int point = -1;
      for (; i < to; i++) {
        if (line.charAt(i) == '.' && point < 0) {
          point = i;
        } else {
          mantissa = 10 * mantissa + digit(i, from, to, field);
        }
      }
      if (point < 0) {
        throw fault(from, to, field, "has no decimal point");
      }
      double size = mantissa / POWERS[to - 1 - point];
      return negative ? -size : size;
    }

    /** Seven digits after an implied decimal point: "0011640". */
    double fraction(int from, int to, String field) throws FieldFault {
      if (afterBlanks(from, to) == to) {
        throw fault(from, to, field, "is missing");
      }
      return digits(from, to, field) / POWERS[to - from];
    }

    /** A sign, five digits after an implied decimal point, an exponent: " 34803-4". */
    double exponential(int from, int to, String field) throws FieldFault {
      char sign = line.charAt(from);
      char exponentSign = line.charAt(to - 2);
      if ((sign != ' ' && sign != '-' && sign != '+' && sign != '0')
          || (exponentSign != '-'
              && exponentSign != '+'
              && exponentSign != '0'
              && exponentSign != ' ')) {
        throw fault(from, to, field, "must be a sign, five digits, a sign and a digit");
      }
      long mantissa = digits(from + 1, from + 1 + MANTISSA_DIGITS, field);
      int exponent = digit(to - 1, from, to, field);
      int power = (exponentSign == '-' ? -exponent : exponent) - MANTISSA_DIGITS;
      double size = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
      return sign == '-' ? -size : size;
    }

    /** A number within the bounds of its quantity. */
    double within(double value, int from, int to, Quantity quantity) throws FieldFault {
      if (!quantity.admits(value)) {
        throw fault(from, to, quantity.label(), quantity.refusal());
      }
      return value;
    }

    /** The digits of a number that {@link #decimal} accepts. */
    BigDecimal published(int from, int to) {
      return new BigDecimal(line.substring(from, to).stripLeading().replace(' ', '0'));
    }

    /** The digits of a number that {@link #exponential} accepts. */
    BigDecimal publishedExponential(int from, int to) {
      int mantissaEnd = from + 1 + MANTISSA_DIGITS;
      int mantissa = Integer.parseInt(line.substring(from + 1, mantissaEnd).replace(' ', '0'));
      int exponent = Math.max(0, Character.digit(line.charAt(to - 1), 10));
      int power = line.charAt(to - 2) == '-' ? -exponent : exponent;
      return BigDecimal.valueOf(
          line.charAt(from) == '-' ? -mantissa : mantissa, MANTISSA_DIGITS - power);
    }

    /** Column 8 of line 1; U if blank. */
    char classification() throws FieldFault {
      char c = line.charAt(7);
      if (c != ' ' && (c < 'A' || c > 'Z')) {
        throw fault(7, 8, "classification", "must be a capital letter");
      }
      return c == ' ' ? 'U' : c;
    }

    FieldFault fault(int from, int to, String field, String reason) {
      return new FieldFault(field, line.substring(from, to), reason);
    }

    private int afterBlanks(int from, int to) {
      int i = from;
      while (i < to && line.charAt(i) == ' ') {
        i++;
      }
      return i;
    }

    private int digit(int i, int from, int to, String field) throws FieldFault {
      char c = line.charAt(i);
      if (c == ' ') {
        return 0;
      }
      if (c < '0' || c > '9') {
        throw fault(from, to, field, "is not a number");
      }
      return c - '0';
    }
  }
}

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
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TleReader.TleParser.TleColumns;

/** The notations that only two-line element sets have, read and written. */
final class TleFields {

  private TleFields() {}

  /**
   * The epoch of a TLE: two digits of the year, from 57 on of the last century, and the day of the
   * year with eight decimals, which are the ticks of {@link ElementSet#epochTicks()}.
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
     * @throws FieldFault when they hold no date
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
            "must be a day of the year " + year + ", from 1, with decimals");
      }
      long fraction = columns.digits(24, 32, "epoch day");
      return (LocalDate.ofYearDay(year, 1).toEpochDay() + day - 1) * ElementSet.TICKS_PER_DAY
          + fraction;
    }

    /**
     * Writes fourteen characters.
     *
     * @throws IllegalArgumentException outside of 1957 to 2056
     */
    static String format(long ticks) {
      LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(ticks, ElementSet.TICKS_PER_DAY));
      int yearOfCentury = date.getYear() % 100;
      if (100 * century(yearOfCentury) + yearOfCentury != date.getYear()) {
        throw new IllegalArgumentException(date + " does not fit into a TLE (1957 to 2056)");
      }
      long fraction = Math.floorMod(ticks, ElementSet.TICKS_PER_DAY);
      return Digits.zeros(yearOfCentury, 2)
          + Digits.zeros(date.getDayOfYear(), 3)
          + "."
          + Digits.zeros(fraction, 8);
    }
  }

  /**
   * The notation of B* in a TLE: five digits after a point that is not written, and an exponent.
   */
  static final class TleExponential {

    private static final int DIGITS = 5;
    private static final int GREATEST_EXPONENT = 9;
    private static final int LEAST_PLACE = DIGITS + GREATEST_EXPONENT;
    private static final String ZERO = " 00000-0";

    private TleExponential() {}

    /** The nearest number that the notation holds. */
    static BigDecimal round(double value) {
      BigDecimal five =
          new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
      return five.scale() > LEAST_PLACE ? five.setScale(LEAST_PLACE, RoundingMode.HALF_EVEN) : five;
    }

    /**
     * Eight characters, such as " 34803-4" for 3.4803e-5.
     *
     * @throws IllegalArgumentException from 1e9 on
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
   * The five characters of a catalogue number in a TLE. Alpha-5: a letter other than I and O in the
   * first place stands for 10 to 33, which reaches up to 339999 (Space-Track, "Alpha-5").
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
     * @throws FieldFault when they hold no number
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
     * @throws IllegalArgumentException beyond {@link #GREATEST}: such objects have no TLE
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

  /** The COSPAR designator, which a TLE abbreviates: "98067A" for "1998-067A". */
  static final class InternationalDesignator {

    private static final Pattern FULL = Pattern.compile("(\\d\\d)(\\d\\d)-(\\d{3})([A-Z]{1,3})");

    private InternationalDesignator() {}

    /** Reads columns 10 to 17 of line 1; what is not of the usual form stays as it is. */
    static @Nullable String parse(String line) {
      String year = line.substring(9, 11);
      String launch = line.substring(11, 14);
      String piece = line.substring(14, 17).strip();
      if (isNumber(year) && isNumber(launch) && !piece.isEmpty()) {
        return TleEpoch.century(Integer.parseInt(year)) + year + "-" + launch + piece;
      }
      String text = line.substring(9, 17).strip();
      return text.isEmpty() ? null : text;
    }

    /** Eight characters for columns 10 to 17; blanks for a designator that is not COSPAR's. */
    static String format(@Nullable String designator) {
      Matcher full = FULL.matcher(designator == null ? "" : designator);
      if (!full.matches()) {
        return " ".repeat(8);
      }
      String piece = full.group(4);
      return full.group(2) + full.group(3) + piece + " ".repeat(3 - piece.length());
    }

    private static boolean isNumber(String text) {
      return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }
}

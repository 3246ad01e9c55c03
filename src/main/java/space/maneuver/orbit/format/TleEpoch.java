package space.maneuver.orbit.format;

import java.time.LocalDate;
import java.time.Year;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.TleParser.TleColumns;

/**
 * The epoch of a TLE: two digits of the year, from 57 on of the last century, and the day of the
 * year with eight decimals, which are the ticks of {@link ElementSet#epochTicks()}.
 */
final class TleEpoch {

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

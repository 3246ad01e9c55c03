package space.maneuver.orbit.format;

import space.maneuver.orbit.format.TleParser.TleColumns;

/**
 * The five characters of a catalogue number in a TLE. Alpha-5: a letter other than I and O in the
 * first place stands for 10 to 33, which reaches up to 339999 (Space-Track, "Alpha-5").
 */
final class SatelliteNumber {

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

package space.maneuver.orbit.format;

/** Formats whole numbers for fixed columns, many times faster than a format string. */
final class Digits {

  private Digits() {}

  /** Padded with zeros on the left. */
  static String zeros(long number, int width) {
    return padded(number, width, "0");
  }

  /** Padded with blanks on the left. */
  static String blanks(long number, int width) {
    return padded(number, width, " ");
  }

  private static String padded(long number, int width, String fill) {
    String digits = Long.toString(number);
    return fill.repeat(Math.max(0, width - digits.length())) + digits;
  }
}

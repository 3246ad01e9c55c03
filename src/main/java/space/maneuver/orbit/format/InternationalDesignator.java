package space.maneuver.orbit.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The COSPAR designator, which a TLE abbreviates: "98067A" for "1998-067A". */
final class InternationalDesignator {

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

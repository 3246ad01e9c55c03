package space.maneuver.orbit.format;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says of a fault of JSON what matters to who wrote it. */
public final class JsonFaults {

  /** Where the parser got its input from, and what it would allow if it were set up otherwise. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile(
          " \\(start marker at .*|: maybe a \\(non-standard\\) comment.*|: enable `.*"
              + "| \\(or 'NaN'/[^)]*\\)",
          Pattern.DOTALL);

  private JsonFaults() {}

  /**
   * Line and column; only "body" when the parser does not tell, as for a number that is too long.
   */
  public static String place(JacksonException exception) {
    TokenStreamLocation location = exception.getLocation();
    return location == null
        ? "body"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** The parser's message without its words on itself. */
  public static String reason(JacksonException exception) {
    return OF_THE_PARSER.matcher(exception.getOriginalMessage()).replaceAll("");
  }
}

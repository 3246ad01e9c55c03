package space.maneuver.orbit.format;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Describes JSON syntax errors for the author of the document. */
public final class JsonFaults {

  /** The parser's remarks on its own source and configuration. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile(
          " \\(start marker at .*|: maybe a \\(non-standard\\) comment.*|: enable `.*"
              + "| \\(or 'NaN'/[^)]*\\)",
          Pattern.DOTALL);

  private JsonFaults() {}

  /**
   * Line and column; "body" if the parser does not report them, as for a number that is too long.
   */
  public static String place(JacksonException exception) {
    TokenStreamLocation location = exception.getLocation();
    return location == null
        ? "body"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** The parser's message without remarks on the parser itself. */
  public static String reason(JacksonException exception) {
    return OF_THE_PARSER.matcher(exception.getOriginalMessage()).replaceAll("");
  }
}

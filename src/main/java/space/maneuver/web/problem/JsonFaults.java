package space.maneuver.web.problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says of a fault of JSON what matters to who wrote it. */
public final class JsonFaults {

  private static final String SOURCE = " (start marker at ";

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

  /** The parser's message without its words on where its input comes from. */
  public static String reason(JacksonException exception) {
    String message = exception.getOriginalMessage();
    int source = message.indexOf(SOURCE);
    return source < 0 ? message : message.substring(0, source);
  }
}

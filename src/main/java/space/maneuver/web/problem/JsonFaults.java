package space.maneuver.web.problem;

import tools.jackson.core.JacksonException;

/** Says of a fault of JSON what matters to who wrote it. */
public final class JsonFaults {

  private static final String SOURCE = " (start marker at ";

  private JsonFaults() {}

  /** The parser's message without its words on where its input comes from. */
  public static String reason(JacksonException exception) {
    String message = exception.getOriginalMessage();
    int source = message.indexOf(SOURCE);
    return source < 0 ? message : message.substring(0, source);
  }
}

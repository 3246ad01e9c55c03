package space.maneuver.web.predictions;

import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.predictions.WindowReader.WindowOrigin;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Keeps the first fault of one window. */
final class WindowFaults {

  private final String prefix;
  private final String place;
  private @Nullable Fault first;

  /**
   * Starts without a fault.
   *
   * @param prefix path of the window; empty if it is the whole document
   * @param place of the window in the request
   */
  WindowFaults(String prefix, String place) {
    this.prefix = prefix;
    this.place = place;
  }

  @Nullable Fault first() {
    return first;
  }

  void add(FaultCode code, String field, @Nullable String value, String reason) {
    if (first == null) {
      first = new Fault(code.code(), path(field), value, place, reason);
    }
  }

  /**
   * Checks for which model the window was made. A window made for another model is invalid as a
   * whole, so this fault replaces any other.
   */
  void addOrigin(WindowOrigin origin, ModelBundle bundle) {
    Fault wrong = origin.fault(bundle, prefix.isEmpty() ? "" : prefix + ".", place);
    if (wrong != null) {
      first = wrong;
    }
  }

  /** Adds a fault of the parser's current value and skips the value. */
  void addCurrent(JsonParser parser, FaultCode code, String field, String reason) {
    add(code, field, text(parser), reason + unlessString(parser, code));
    parser.skipChildren();
  }

  private String path(String field) {
    if (prefix.isEmpty()) {
      return field.isEmpty() ? "window" : field;
    }
    return field.isEmpty() ? prefix : prefix + "." + field;
  }

  /** Distinguishes "30" from 30, which look alike in the fault's value. */
  private static String unlessString(JsonParser parser, FaultCode code) {
    return code == FaultCode.WRONG_TYPE && parser.currentToken() == JsonToken.VALUE_STRING
        ? ", not a string"
        : "";
  }

  private static @Nullable String text(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> "{...}";
      case START_ARRAY -> "[...]";
      default -> parser.getString();
    };
  }
}

package space.maneuver.web.predictions;

import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.predictions.WindowReader.WindowOrigin;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Keeps the fault of one window that comes first. */
final class WindowFaults {

  private final String prefix;
  private final String place;
  private @Nullable Fault first;

  /**
   * @param prefix path of the window, empty where it is the whole document
   * @param place where the window stands
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

  /** A window for another model is at fault as a whole, whatever else is found wrong with it. */
  void addOrigin(WindowOrigin origin, ModelBundle bundle) {
    Fault wrong = origin.fault(bundle, prefix.isEmpty() ? "" : prefix + ".", place);
    if (wrong != null) {
      first = wrong;
    }
  }

  /** A fault of the value that the parser stands on; it is skipped. */
  void addCurrent(JsonParser parser, FaultCode code, String field, String reason) {
    add(code, field, text(parser), reason + is(parser, code));
    parser.skipChildren();
  }

  private String path(String field) {
    if (prefix.isEmpty()) {
      return field.isEmpty() ? "window" : field;
    }
    return field.isEmpty() ? prefix : prefix + "." + field;
  }

  /** Tells "30" from 30, which look alike as a value. */
  private static String is(JsonParser parser, FaultCode code) {
    return code == FaultCode.WRONG_TYPE && parser.currentToken() == JsonToken.VALUE_STRING
        ? ", is a string"
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

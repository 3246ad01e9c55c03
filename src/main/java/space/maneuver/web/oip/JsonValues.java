package space.maneuver.web.oip;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads single JSON values of a request, or reports what they should be. */
final class JsonValues {

  private JsonValues() {}

  /**
   * Reads a string.
   *
   * @param what name of the value, for messages
   */
  static String string(JsonParser parser, String what) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw InferenceFaults.of(what + " must be a string");
    }
    return parser.getString();
  }

  static boolean bool(JsonParser parser, String what) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw InferenceFaults.of(what + " must be true or false");
    };
  }

  /** Reads a non-negative integer. */
  static long size(JsonParser parser, String what) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0) {
      return parser.getLongValue();
    }
    throw InferenceFaults.of(what + " must be a non-negative 64-bit integer");
  }

  static void startObject(JsonParser parser, String what) {
    require(parser, JsonToken.START_OBJECT, what + " must be an object");
  }

  static void startList(JsonParser parser, String what) {
    require(parser, JsonToken.START_ARRAY, what + " must be a list");
  }

  private static void require(JsonParser parser, JsonToken token, String rule) {
    if (parser.currentToken() != token) {
      throw InferenceFaults.of(rule);
    }
  }

  static <T> T present(@Nullable T value, String what) {
    if (value == null) {
      throw InferenceFaults.of(what + " is missing");
    }
    return value;
  }
}

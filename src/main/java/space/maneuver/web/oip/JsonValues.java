package space.maneuver.web.oip;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Takes single values of a request's JSON, or says what they should be. */
final class JsonValues {

  private JsonValues() {}

  /**
   * @param what names the value for a person
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

  /** A whole number that is not negative. */
  static long size(JsonParser parser, String what) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0) {
      return parser.getLongValue();
    }
    throw InferenceFaults.of(what + " must be a whole number of 64 bits, not negative");
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

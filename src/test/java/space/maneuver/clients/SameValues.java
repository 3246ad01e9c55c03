package space.maneuver.clients;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Compares single values by what they mean: 1 is 1.0, and a time may end in zeros. */
final class SameValues implements Comparator<JsonNode> {

  @Override
  public int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Float.compare(one.floatValue(), other.floatValue());
    }
    if (one.isString() && other.isString()) {
      return instant(one).compareTo(instant(other));
    }
    return one.equals(other) ? 0 : 1;
  }

  private static String instant(JsonNode text) {
    try {
      return Instant.parse(text.asString()).toString();
    } catch (DateTimeException e) {
      return text.asString();
    }
  }
}

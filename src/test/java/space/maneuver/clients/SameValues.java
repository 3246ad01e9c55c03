package space.maneuver.clients;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * Compares values by meaning: 1 equals 1.0, and a time may end in zeros. The last digits of a
 * probability depend on the batch of its window.
 */
final class SameValues implements Comparator<JsonNode> {

  private static final double ROUNDING = 1e-6;

  @Override
  public int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      double most = Math.max(1, Math.abs(one.doubleValue())) * ROUNDING;
      return Math.abs(one.doubleValue() - other.doubleValue()) <= most ? 0 : 1;
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

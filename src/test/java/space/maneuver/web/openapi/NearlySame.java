package space.maneuver.web.openapi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares values with a tolerance, since rounding depends on the type of CPU. */
final class NearlySame implements Comparator<JsonNode> {

  private static final double TOLERANCE = 1e-3;
  private static final Duration TIME_TOLERANCE = Duration.ofMinutes(1);

  @Override
  public int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      double most = TOLERANCE * Math.max(1, Math.abs(other.doubleValue()));
      return Math.abs(one.doubleValue() - other.doubleValue()) <= most ? 0 : 1;
    }
    Instant first = instant(one);
    Instant second = instant(other);
    if (first != null && second != null) {
      return Duration.between(first, second).abs().compareTo(TIME_TOLERANCE) <= 0 ? 0 : 1;
    }
    return one.equals(other) ? 0 : 1;
  }

  private static @Nullable Instant instant(JsonNode value) {
    try {
      return value.isString() ? Instant.parse(value.asString()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

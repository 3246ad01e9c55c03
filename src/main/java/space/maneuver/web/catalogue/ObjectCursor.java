package space.maneuver.web.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.ObjectQuery;
import space.maneuver.catalogue.ObjectQuery.Order;
import space.maneuver.catalogue.ObjectQuery.Position;
import space.maneuver.orbit.OrbitRegime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a page of objects begins, with filters and order of the list, as opaque text.
 *
 * @param query filters and order
 * @param after where the page before ended
 */
record ObjectCursor(ObjectQuery query, Position after) {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int LONGEST = 2_048;

  String text() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("sort", query.order().label());
    json.put("query", query.text());
    json.put("watchlist", query.watchlist());
    query.regimes().stream().sorted().map(Enum::name).forEach(json.putArray("regimes")::add);
    json.putPOJO("key", after.key());
    json.put("noradId", after.noradId());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a cursor; null if the text is none. */
  static @Nullable ObjectCursor of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      JsonNode json = MAPPER.readTree(Base64.getUrlDecoder().decode(text));
      Order order = Order.of(json.path("sort").asString(""));
      JsonNode noradId = json.path("noradId");
      Object key = order == null ? null : key(order, json.path("key"));
      if (order == null || key == null || !noradId.isInt()) {
        return null;
      }
      Set<OrbitRegime> regimes = new LinkedHashSet<>();
      for (JsonNode regime : json.path("regimes")) {
        regimes.add(OrbitRegime.valueOf(regime.asString("")));
      }
      return new ObjectCursor(
          new ObjectQuery(text(json, "query"), regimes, text(json, "watchlist"), order),
          new Position(key, noradId.intValue()));
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isString() ? json.path(name).stringValue() : null;
  }

  private static @Nullable Object key(Order order, JsonNode key) {
    return switch (order) {
      case NAME -> key.isString() ? key.stringValue() : null;
      case PROBABILITY -> key.isNumber() ? key.doubleValue() : null;
      case NORAD_ID, LAST_EPOCH, LAST_MANEUVER ->
          key.canConvertToExactIntegral() && key.canConvertToLong() ? key.longValue() : null;
    };
  }
}

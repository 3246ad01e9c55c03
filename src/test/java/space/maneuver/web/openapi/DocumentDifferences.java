package space.maneuver.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares two OpenAPI documents: one line per difference, marked if it breaks clients. The order
 * of fields and of lists of names is ignored.
 */
final class DocumentDifferences {

  private static final int LONGEST_VALUE = 100;

  private final List<Difference> found = new ArrayList<>();

  private DocumentDifferences() {}

  static List<Difference> between(JsonNode before, JsonNode after) {
    DocumentDifferences differences = new DocumentDifferences();
    differences.compare(List.of(), before, after);
    return differences.found;
  }

  private void compare(List<String> path, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      compareParts(path, parts(before), parts(after));
    } else if (before.isArray() && after.isArray()) {
      compareParts(path, entries(before), entries(after));
    } else if (!before.equals(after)) {
      found.add(Difference.changed(path, text(before), text(after)));
    }
  }

  private void compareParts(
      List<String> path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    before.forEach(
        (name, old) -> {
          JsonNode now = after.get(name);
          if (now == null) {
            found.add(Difference.removed(part(path, name), text(old)));
          } else {
            compare(part(path, name), old, now);
          }
        });
    after.forEach(
        (name, now) -> {
          if (!before.containsKey(name)) {
            found.add(Difference.added(part(path, name), text(now), isRequired(now)));
          }
        });
  }

  private static List<String> part(List<String> path, String name) {
    List<String> part = new ArrayList<>(path);
    part.add(name);
    return part;
  }

  private static Map<String, JsonNode> parts(JsonNode object) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    object.properties().forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
    return parts;
  }

  /** Returns entries by what identifies them: their value, their name, otherwise their position. */
  private static Map<String, JsonNode> entries(JsonNode list) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    for (JsonNode entry : list) {
      String place = "[" + entries.size() + "]";
      entries.put(entry.isObject() ? name(entry, place) : entry.asString(place), entry);
    }
    return entries;
  }

  private static String name(JsonNode object, String place) {
    String name = object.path("name").asString(object.path("$ref").asString(place));
    return object.has("in") ? name + " (" + object.get("in").asString() + ")" : name;
  }

  private static boolean isRequired(JsonNode parameter) {
    return parameter.path("required").asBoolean(false);
  }

  private static String text(JsonNode value) {
    String text = value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
  }
}

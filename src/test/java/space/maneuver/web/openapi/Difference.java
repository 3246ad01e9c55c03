package space.maneuver.web.openapi;

import java.util.List;
import java.util.Set;

/**
 * A difference between two OpenAPI documents.
 *
 * @param path names that lead to it
 * @param breaking whether a client generated from the older document may fail
 * @param what is different
 */
record Difference(List<String> path, boolean breaking, String what) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Fields whose parts have names in a client. */
  private static final Set<String> NAMED =
      Set.of("paths", "parameters", "content", "schemas", "properties", "enum");

  /** Fields from which types and names in a client are generated. */
  private static final Set<String> SHAPES =
      Set.of("operationId", "tags", "$ref", "type", "format", "const", "oneOf", "required");

  /** Fields that, when added, refuse what was allowed before. */
  private static final Set<String> LIMITS = Set.of("required", "enum", "const");

  static Difference added(List<String> path, String value, boolean needed) {
    boolean breaking =
        parent(path).equals("required")
            || LIMITS.contains(last(path))
            || parent(path).equals("parameters") && needed;
    return of(path, breaking, "added " + value);
  }

  static Difference removed(List<String> path, String value) {
    boolean breaking =
        NAMED.contains(parent(path))
            || SHAPES.contains(parent(path))
            || SHAPES.contains(last(path))
            || parent(path).equals("responses") && last(path).startsWith("2")
            || path.size() == 3 && path.get(0).equals("paths") && METHODS.contains(last(path));
    return of(path, breaking, "removed " + value);
  }

  static Difference changed(List<String> path, String before, String after) {
    return of(path, SHAPES.contains(last(path)), "was " + before + ", is " + after);
  }

  private static Difference of(List<String> path, boolean breaking, String what) {
    return new Difference(path, breaking && !path.contains("examples"), what);
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }

  private static String parent(List<String> path) {
    return path.size() < 2 ? "" : path.get(path.size() - 2);
  }

  @Override
  public String toString() {
    return (breaking ? "BREAKING  " : "          ") + String.join(" > ", path) + ": " + what;
  }
}

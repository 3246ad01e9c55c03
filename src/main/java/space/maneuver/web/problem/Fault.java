package space.maneuver.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, and where.
 *
 * @param code stable name of the fault; only of windows, elsewhere the problem's code says it
 * @param field path of the field or name of the parameter
 * @param value what stood there, cut to 64 characters; null when nothing did
 * @param place where it stands
 * @param reason what is wrong, for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    @Nullable String code,
    String field,
    @Nullable String value,
    @Nullable String place,
    String reason) {

  private static final int LONGEST_VALUE = 64;

  public Fault {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE);
    }
  }

  /** A fault of a query parameter. */
  public static Fault ofQuery(String name, @Nullable String value, String reason) {
    return new Fault(null, name, value, "query", reason);
  }

  /** A fault of a header. */
  public static Fault ofHeader(String name, @Nullable String value, String reason) {
    return new Fault(null, name, value, "header", reason);
  }

  /** A fault of the request line, before all headers. */
  static Fault ofRequestLine(String field, @Nullable String value, String reason) {
    return new Fault(null, field, value, "request line", reason);
  }

  /** A method that the path has not. */
  static Fault ofMethod(String method) {
    return ofRequestLine("method", method, "not allowed here");
  }

  /** A fault of the body. */
  public static Fault ofBody(String field, @Nullable String value, String place, String reason) {
    return new Fault(null, field, value, place, reason);
  }
}

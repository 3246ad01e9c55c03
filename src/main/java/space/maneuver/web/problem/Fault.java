package space.maneuver.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault in a request and its place.
 *
 * @param code stable name of the fault; only for windows, elsewhere the problem has the code
 * @param field path of the field, or name of the parameter or header
 * @param value the value found there, truncated to 64 characters; null if there was none
 * @param place where the value is
 * @param reason explanation for humans
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

  /** Returns a fault of a query parameter. */
  public static Fault ofQuery(String name, @Nullable String value, String reason) {
    return new Fault(null, name, value, "query", reason);
  }

  /** Returns a fault of a header. */
  public static Fault ofHeader(String name, @Nullable String value, String reason) {
    return new Fault(null, name, value, "header", reason);
  }

  /** Returns a fault of the request line, which precedes the headers. */
  static Fault ofRequestLine(String field, @Nullable String value, String reason) {
    return new Fault(null, field, value, "request line", reason);
  }

  /** Returns the fault of a method that the path does not support. */
  static Fault ofMethod(String method) {
    return ofRequestLine("method", method, "not allowed for this path");
  }

  /** Returns a fault of the body. */
  public static Fault ofBody(String field, @Nullable String value, String place, String reason) {
    return new Fault(null, field, value, place, reason);
  }
}

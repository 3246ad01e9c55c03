package space.maneuver.orbit;

import org.jspecify.annotations.Nullable;

/**
 * One record of the input that was not usable; the others are not affected.
 *
 * @param place where it stands: the line, 1-based, of a text; the index, 0-based, in a list
 * @param inList whether {@code place} is an index
 * @param field the field at fault, by its name in the format ("checksum", "MEAN_MOTION")
 * @param value what stood there, cut to 64 characters; null when missing
 * @param reason what is wrong with it, for a person
 */
public record Rejection(
    long place, boolean inList, String field, @Nullable String value, String reason) {

  private static final int LONGEST_VALUE = 64;

  public Rejection {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE);
    }
  }

  /** Place, field, value and reason in one line: "line 17, checksum '3': ...". */
  public String message() {
    return String.format(
        "%s %d, %s %s: %s",
        inList ? "index" : "line",
        place,
        field,
        value == null ? "missing" : "'" + value + "'",
        reason);
  }

  static Rejection atLine(long line, FieldFault fault) {
    return new Rejection(line, false, fault.field(), fault.value(), fault.reason());
  }

  static Rejection atIndex(long index, FieldFault fault) {
    return new Rejection(index, true, fault.field(), fault.value(), fault.reason());
  }
}

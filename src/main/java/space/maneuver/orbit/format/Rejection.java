package space.maneuver.orbit.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record of the input that was not usable; the others are not affected.
 *
 * @param file that it stands in, where several are read; null otherwise
 * @param place where it stands: the line, 1-based, of a text; the index, 0-based, in a list
 * @param inList whether {@code place} is an index
 * @param field the field at fault, by its name in the format ("checksum", "MEAN_MOTION")
 * @param value what stood there, cut to 64 characters; null when missing
 * @param reason what is wrong with it, for a person
 */
public record Rejection(
    @Nullable String file,
    long place,
    boolean inList,
    String field,
    @Nullable String value,
    String reason) {

  private static final int LONGEST_VALUE = 64;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public Rejection {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE);
    }
  }

  /** The same of a file. */
  public Rejection in(String other) {
    return new Rejection(other, place, inList, field, value, reason);
  }

  /**
   * File if known, place, field, value and reason in one line: "line 17, checksum '3': ...". What
   * stands for a control character is a question mark.
   */
  public String message() {
    String message =
        String.format(
            "%s%s %d, %s %s: %s",
            file == null ? "" : file + ", ",
            inList ? "index" : "line",
            place,
            field,
            value == null ? "missing" : "'" + value + "'",
            reason);
    return CONTROL.matcher(message).replaceAll("?");
  }

  static Rejection atLine(long line, FieldFault fault) {
    return new Rejection(null, line, false, fault.field(), fault.value(), fault.reason());
  }

  static Rejection atIndex(long index, FieldFault fault) {
    return new Rejection(null, index, true, fault.field(), fault.value(), fault.reason());
  }

  /** A field that makes its record unusable. Carries no stack trace: it is an answer, not a bug. */
  public static final class FieldFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final @Nullable String value;
    private final String reason;

    public FieldFault(String field, @Nullable String value, String reason) {
      super(reason, null, false, false);
      this.field = field;
      this.value = value;
      this.reason = reason;
    }

    public String field() {
      return field;
    }

    public @Nullable String value() {
      return value;
    }

    public String reason() {
      return reason;
    }
  }
}

package space.maneuver.orbit.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of the input that was rejected; other records are not affected.
 *
 * @param file the file it is in, if several are read; else null
 * @param place line number from 1, or index in a list from 0
 * @param inList whether {@code place} is an index
 * @param field the faulty field, by its name in the format ("checksum", "MEAN_MOTION")
 * @param value the field's value, truncated to 64 characters; null if missing
 * @param reason what is wrong with the value, in words
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

  /** This rejection with its file. */
  public Rejection in(String other) {
    return new Rejection(other, place, inList, field, value, reason);
  }

  /**
   * File if known, place, field, value and reason in one line: "line 17, checksum '3': ...".
   * Control characters are replaced by question marks.
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

  /** The rejection of a whole line, whose text is not shown. */
  public static Rejection ofLine(long line, String field, String reason) {
    return new Rejection(null, line, false, field, null, reason);
  }

  static Rejection atLine(long line, FieldFault fault) {
    return new Rejection(null, line, false, fault.field(), fault.value(), fault.reason());
  }

  static Rejection atIndex(long index, FieldFault fault) {
    return new Rejection(null, index, true, fault.field(), fault.value(), fault.reason());
  }

  /** A faulty field, because of which its record is rejected. Has no stack trace: not a bug. */
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

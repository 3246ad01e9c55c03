package space.maneuver.orbit.format;

import org.jspecify.annotations.Nullable;

/** A field that makes its record unusable. Carries no stack trace: it is an answer, not a bug. */
public final class FieldFault extends Exception {

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

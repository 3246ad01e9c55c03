package space.maneuver.web.security;

import org.jspecify.annotations.Nullable;

/** A setting of access control cannot be used; the message names setting and fault. */
final class AccessSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  AccessSettingException(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  AccessSettingException(String message, String remedy) {
    this(message, remedy, null);
  }

  /** Returns what to do about it. */
  String remedy() {
    return remedy;
  }
}

package space.maneuver.model.bundle;

import org.jspecify.annotations.Nullable;

/** A bundle that cannot be used; the message states file, field, value and expectation. */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String field;

  public BundleException(String file, String field, String problem, @Nullable Throwable cause) {
    super(file + ": " + (field.isEmpty() ? "" : field + " ") + problem, cause);
    this.file = file;
    this.field = field;
  }

  public static BundleException of(String file, String field, Object value, String expected) {
    return new BundleException(file, field, "is " + value + "; expected " + expected, null);
  }

  /** Returns the invalid file, with its path. */
  public String file() {
    return file;
  }

  /**
   * Returns the path of the invalid field, such as {@code architecture.inputs}; empty if the file
   * as a whole is invalid.
   */
  public String field() {
    return field;
  }
}

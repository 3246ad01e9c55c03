package space.maneuver.model.bundle;

import org.jspecify.annotations.Nullable;

/** A bundle that cannot be used; the message names file, field, value and what was expected. */
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

  /** Where the fault lies, with the bundle's place. */
  public String file() {
    return file;
  }

  /** As in {@code architecture.inputs}; empty when the file as a whole is at fault. */
  public String field() {
    return field;
  }
}

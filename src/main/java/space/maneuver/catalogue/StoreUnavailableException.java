package space.maneuver.catalogue;

import org.jspecify.annotations.Nullable;

/** Thrown when the database does not answer, has no room left, or has not been migrated yet. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean full;

  StoreUnavailableException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  StoreUnavailableException(String message, @Nullable Throwable cause, boolean full) {
    super(message, cause);
    this.full = full;
  }

  /** Whether the database has no room left. */
  public boolean isFull() {
    return full;
  }
}

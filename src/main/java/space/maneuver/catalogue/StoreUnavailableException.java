package space.maneuver.catalogue;

import org.jspecify.annotations.Nullable;

/** Thrown when the database does not answer, has no room left, or has not been migrated yet. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package space.maneuver.catalogue;

/** Thrown when the settings of the store cannot work until someone changes something. */
public final class UnusableStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableStoreException(String message, Throwable cause) {
    super(message, cause);
  }

  UnusableStoreException(String message) {
    super(message);
  }
}

package space.maneuver.inference;

/** The service takes no more work because it is about to stop. */
public final class ShuttingDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ShuttingDownException() {
    super("the service is shutting down", null, false, false);
  }
}

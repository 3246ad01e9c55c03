package space.maneuver.inference;

/** The service is shutting down and accepts no more work. */
public final class ShuttingDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ShuttingDownException() {
    super("the service is shutting down", null, false, false);
  }
}

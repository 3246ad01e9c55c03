package space.maneuver.inference;

/** The caller's deadline passed before the result was complete; the remaining work was dropped. */
public final class DeadlineExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeadlineExceededException() {
    super("the deadline has passed", null, false, false);
  }
}

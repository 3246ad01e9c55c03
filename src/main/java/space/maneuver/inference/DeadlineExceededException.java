package space.maneuver.inference;

/** The answer was not there when the caller's time was over; what was left was not computed. */
public final class DeadlineExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeadlineExceededException() {
    super("the deadline has passed", null, false, false);
  }
}

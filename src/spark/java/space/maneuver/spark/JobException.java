package space.maneuver.spark;

/** Ends the job without a result; the message says why, for the user. */
final class JobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the user can do about it. */
  enum Fault {
    /** The command must be given otherwise. */
    USAGE,
    /** The input or the cluster failed; the same command continues the run. */
    RUN
  }

  private final Fault fault;

  JobException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  static JobException usage(String message) {
    return new JobException(Fault.USAGE, message);
  }

  Fault fault() {
    return fault;
  }
}

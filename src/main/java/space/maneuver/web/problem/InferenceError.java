package space.maneuver.web.problem;

/**
 * The body of a problem under /v2, in the form of the Open Inference Protocol.
 *
 * @param error message for humans
 */
public record InferenceError(String error) {

  static InferenceError of(ProblemException exception) {
    return of(exception.problem(), exception.detail());
  }

  /** Returns the title and the detail as one message. */
  public static InferenceError of(Problem problem, String detail) {
    return new InferenceError(problem.title() + ": " + detail);
  }
}

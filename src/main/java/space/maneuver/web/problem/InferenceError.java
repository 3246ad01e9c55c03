package space.maneuver.web.problem;

/**
 * The body of a problem under /v2, whose form the Open Inference Protocol gives.
 *
 * @param error what is wrong this time, for a person
 */
public record InferenceError(String error) {

  static InferenceError of(ProblemException exception) {
    return of(exception.problem(), exception.detail());
  }

  /** What is wrong, and the particulars. */
  public static InferenceError of(Problem problem, String detail) {
    return new InferenceError(problem.title() + ": " + detail);
  }
}

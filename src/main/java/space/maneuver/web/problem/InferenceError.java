package space.maneuver.web.problem;

/**
 * The body of a problem under /v2, whose form the Open Inference Protocol gives.
 *
 * @param error what is wrong this time, for a person
 */
public record InferenceError(String error) {

  private static final String ROOT = "/v2";

  /**
   * Whether errors have this form there.
   *
   * @param uri of the request
   * @param contextPath that it begins with
   */
  public static boolean isFormAt(String uri, String contextPath) {
    return uri.equals(contextPath + ROOT) || uri.startsWith(contextPath + ROOT + '/');
  }

  static InferenceError of(ProblemException exception) {
    return of(exception.problem(), exception.detail());
  }

  /** What is wrong, and the particulars. */
  public static InferenceError of(Problem problem, String detail) {
    return new InferenceError(problem.title() + ": " + detail);
  }
}

package space.maneuver.web.oip;

import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** What is wrong with a request of the protocol, in one sentence. */
final class InferenceFaults {

  private InferenceFaults() {}

  static ProblemException of(String reason) {
    return new ProblemException(Problem.BAD_REQUEST, reason);
  }

  /**
   * @param name of the tensor, or its place where it has none
   */
  static ProblemException ofTensor(String name, String reason) {
    return of("tensor " + name + ": " + reason);
  }
}

package space.maneuver.web.oip;

import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Errors of requests of the protocol, one sentence each. */
final class InferenceFaults {

  private InferenceFaults() {}

  static ProblemException of(String reason) {
    return new ProblemException(Problem.BAD_REQUEST, reason);
  }

  /**
   * Returns an error of one tensor.
   *
   * @param name of the tensor, or its place if it has no name
   */
  static ProblemException ofTensor(String name, String reason) {
    return of("tensor " + name + ": " + reason);
  }
}

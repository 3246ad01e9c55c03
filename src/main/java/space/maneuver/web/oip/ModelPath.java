package space.maneuver.web.oip;

import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Converts a model in a path of the protocol to the form {@code NAME:VERSION}. */
final class ModelPath {

  private ModelPath() {}

  /**
   * Returns the model of that name in its newest version; unlike elsewhere, the name is required.
   */
  static String of(String name) {
    if (name.isBlank()) {
      throw new ProblemException(Problem.UNKNOWN_MODEL, "the path has no model name");
    }
    return name;
  }

  static String of(String name, String version) {
    return name + ':' + version;
  }
}

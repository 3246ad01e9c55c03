package space.maneuver.web.oip;

import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** A model as the protocol's paths name it, in the service's words. */
final class ModelPath {

  private ModelPath() {}

  /** Of the version that the service chooses; nothing is the default here. */
  static String of(String name) {
    if (name.isBlank()) {
      throw new ProblemException(Problem.UNKNOWN_MODEL, "the path names no model");
    }
    return name;
  }

  static String of(String name, String version) {
    return name + ':' + version;
  }
}

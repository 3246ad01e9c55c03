package space.maneuver.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.detection.DetectionService;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.UnknownModelException;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Finds the model that a request names. */
@Component
final class ModelChoice {

  private final DetectionService service;

  ModelChoice(DetectionService service) {
    this.service = service;
  }

  /**
   * The model of a query or a path.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null or blank for the default
   * @param place where the caller named it
   */
  ManeuverModel of(@Nullable String name, String place) {
    try {
      return service.model(name == null || name.isBlank() ? null : name);
    } catch (UnknownModelException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProblemException(
          Problem.UNKNOWN_MODEL, message, new Fault(null, "model", name, place, message));
    }
  }
}

package space.maneuver.web.models;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.inference.DetectionService;
import space.maneuver.inference.ModelSession;
import space.maneuver.model.registry.UnknownModelException;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Finds the model that a request names. */
@Component
public final class ModelChoice {

  private final DetectionService service;
  private final RequestTerms terms;

  ModelChoice(DetectionService service, RequestTerms terms) {
    this.service = service;
    this.terms = terms;
  }

  /**
   * The model of a query or a path.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null or blank for the default
   * @param place where the caller named it
   */
  public ManeuverModel of(@Nullable String name, String place) {
    try {
      return service.model(named(name));
    } catch (UnknownModelException e) {
      throw unknown(e, name, place);
    }
  }

  /**
   * Begins to use a model, on the terms of the request; as {@link #of} otherwise.
   *
   * @return to be closed
   */
  public ModelSession open(@Nullable String name, String place, HttpServletRequest request) {
    try {
      return service.open(named(name), terms.of(request));
    } catch (UnknownModelException e) {
      throw unknown(e, name, place);
    }
  }

  private static @Nullable String named(@Nullable String name) {
    return name == null || name.isBlank() ? null : name;
  }

  private static ProblemException unknown(
      UnknownModelException e, @Nullable String name, String place) {
    String message = String.valueOf(e.getMessage());
    return new ProblemException(
        Problem.UNKNOWN_MODEL, message, new Fault(null, "model", name, place, message));
  }
}

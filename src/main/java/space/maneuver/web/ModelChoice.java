package space.maneuver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.detection.CallTerms;
import space.maneuver.detection.DetectionService;
import space.maneuver.detection.ModelSession;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.UnknownModelException;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Finds the model that a request names. */
@Component
final class ModelChoice {

  private final DetectionService service;
  private final RequestTerms terms;

  ModelChoice(DetectionService service, RequestTerms terms) {
    this.service = service;
    this.terms = terms;
  }

  /**
   * Opens the model of a request's query for the request's own use.
   *
   * @param name as in {@link #of}
   */
  ModelSession open(@Nullable String name, HttpServletRequest request) {
    CallTerms ofRequest = terms.of(request);
    return find(name, "query", known -> service.open(known, ofRequest));
  }

  /**
   * The model of a query or a path.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null or blank for the default
   * @param place where the caller named it
   */
  ManeuverModel of(@Nullable String name, String place) {
    return find(name, place, service::model);
  }

  private static <T> T find(
      @Nullable String name, String place, Function<@Nullable String, T> known) {
    try {
      return known.apply(name == null || name.isBlank() ? null : name);
    } catch (UnknownModelException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProblemException(
          Problem.UNKNOWN_MODEL, message, new Fault(null, "model", name, place, message));
    }
  }
}

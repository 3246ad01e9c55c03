package space.maneuver.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.InferenceError;
import space.maneuver.web.problem.Problem;

/**
 * Examples of problems: the fixed parts from {@link Problem}, detail and errors from {@code
 * problems.json}.
 */
@Component
class ProblemExamples {

  private static final String REQUEST_ID = "3f0c1c0e-4d5a-4c8e-9a53-0b9d4a1f7e21";

  private static final String MODEL = "maneuver-lstm-daily";

  private static final String WATCHLIST = "altimeters";

  private static final Set<Problem> UNKNOWN_IDS =
      Set.of(Problem.UNKNOWN_MANEUVER, Problem.UNKNOWN_REVIEW);

  private final JsonNode particulars;

  ProblemExamples() {
    try {
      particulars =
          Json31.mapper().readTree(new ClassPathResource("openapi/problems.json").getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns an example of a problem.
   *
   * @param path of the operation, with its variables in braces
   */
  JsonNode of(Problem problem, String path) {
    JsonNode particular = particulars.path(problem.code());
    ObjectNode body = Json31.mapper().createObjectNode();
    body.put("type", problem.type().toString());
    body.put("title", problem.title());
    body.put("status", problem.status().value());
    body.put("code", problem.code());
    body.put("detail", particular.path("detail").asText());
    body.put(
        "instance",
        path.replace("{name}", name(problem, path))
            .replace("{noradId}", problem == Problem.UNKNOWN_OBJECT ? "99999" : "80000")
            .replace("{id}", UNKNOWN_IDS.contains(problem) ? "17" : "1"));
    body.put("requestId", REQUEST_ID);
    JsonNode errors = particular.path("errors").deepCopy();
    if (problem == Problem.UNKNOWN_MODEL && path.contains("{name}")) {
      ((ObjectNode) errors.path(0)).put("place", "path");
    }
    if (problem == Problem.UNKNOWN_WATCHLIST && !Paths.isAt(Paths.WATCHLISTS, path)) {
      ((ObjectNode) errors.path(0)).put("field", "watchlist").put("place", "query");
    }
    body.set("errors", errors);
    return body;
  }

  private static String name(Problem problem, String path) {
    if (Paths.isAt(Paths.WATCHLISTS, path)) {
      return problem == Problem.UNKNOWN_WATCHLIST ? "fleet" : WATCHLIST;
    }
    return problem == Problem.UNKNOWN_MODEL ? "lstm" : MODEL;
  }

  /** Returns an example in the form of the Open Inference Protocol. */
  JsonNode inferenceError(Problem problem) {
    String detail = particulars.path(problem.code()).path("detail").asText();
    return Json31.mapper()
        .createObjectNode()
        .put("error", InferenceError.of(problem, detail).error());
  }
}

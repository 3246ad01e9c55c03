package space.maneuver.web.json;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request that is a small JSON object, and all that is wrong with it. */
public final class JsonBody {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PLACE = "body";

  private final JsonNode object;
  private final Problem problem;
  private final List<Fault> faults = new ArrayList<>();

  private JsonBody(JsonNode object, Problem problem) {
    this.object = object;
    this.problem = problem;
  }

  /**
   * Reads a body.
   *
   * @param largest greatest length, bytes
   * @param problem kind of the error of a body with faults
   * @throws ProblemException if it is longer, is not JSON, or is not one object
   */
  public static JsonBody read(HttpServletRequest request, int largest, Problem problem)
      throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(largest + 1);
    if (bytes.length > largest) {
      String reason = "exceeds " + largest + " bytes";
      throw new ProblemException(
          Problem.BODY_TOO_LARGE,
          "The request body " + reason + ".",
          Fault.ofBody(PLACE, null, PLACE, reason));
    }
    try {
      JsonNode read = MAPPER.readTree(bytes);
      if (read.isObject()) {
        return new JsonBody(read, problem);
      }
    } catch (DatabindException e) {
      // Something follows the first value; refused below.
    }
    throw of(problem, List.of(Fault.ofBody(PLACE, null, PLACE, "must be one JSON object")));
  }

  private static ProblemException of(Problem problem, List<Fault> faults) {
    String detail =
        faults.stream()
            .map(fault -> fault.field() + " " + fault.reason() + ".")
            .collect(Collectors.joining(" "));
    return new ProblemException(problem, detail, faults);
  }

  /** Notes the properties that are not among these as faults. */
  public void requireKnown(List<String> names) {
    for (String name : object.propertyNames()) {
      if (!names.contains(name)) {
        fault(name, "is unknown; expected " + String.join(", ", names));
      }
    }
  }

  /** Whether a property is there and not null. */
  public boolean isGiven(String name) {
    return object.hasNonNull(name);
  }

  /** A property; a missing node if it is not there. */
  public JsonNode get(String name) {
    return object.path(name);
  }

  /** Notes a fault of a property. */
  public void fault(String name, String reason) {
    JsonNode value = object.get(name);
    String text = value == null ? null : value.isString() ? value.asString() : value.toString();
    faults.add(Fault.ofBody(name, text, PLACE, reason));
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException with all faults, if there are any
   */
  public void requireNoFault() {
    if (!faults.isEmpty()) {
      throw of(problem, faults);
    }
  }
}

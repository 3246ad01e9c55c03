package space.maneuver.web.json;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /** Unknown properties that are named in an error, and how much of a name. */
  private static final int MOST_UNKNOWN = 10;

  private static final int LONGEST_NAME = 64;

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
    object.propertyNames().stream()
        .filter(name -> !names.contains(name))
        .limit(MOST_UNKNOWN)
        .forEach(name -> unknown(name, "is unknown; expected " + String.join(", ", names)));
  }

  private void unknown(String name, String reason) {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    faults.add(Fault.ofBody(shown, text(name), PLACE, reason));
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
    faults.add(Fault.ofBody(name, text(name), PLACE, reason));
  }

  private @Nullable String text(String name) {
    JsonNode value = object.get(name);
    return value == null ? null : value.isString() ? value.asString() : value.toString();
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

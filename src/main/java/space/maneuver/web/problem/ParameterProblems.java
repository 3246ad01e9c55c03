package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** The problem of an invalid query string. */
public final class ParameterProblems {

  /** Start of the reason of an unknown parameter. */
  public static final String UNKNOWN = "unknown query parameter";

  private ParameterProblems() {}

  /** The problem of a query string with the given faults. */
  public static ProblemException of(List<Fault> faults) {
    List<String> details = new ArrayList<>();
    for (Fault fault : faults) {
      details.add(sentence(fault));
    }
    return new ProblemException(Problem.INVALID_PARAMETER, String.join(" ", details), faults);
  }

  private static String sentence(Fault fault) {
    return fault.reason().startsWith(UNKNOWN)
        ? "Unknown query parameter '"
            + fault.field()
            + "'"
            + fault.reason().substring(UNKNOWN.length())
            + "."
        : fault.field() + " " + fault.reason() + ".";
  }

  /** The problem of a malformed query string; null if the exception has another cause. */
  static @Nullable ProblemException of(Exception exception, HttpServletRequest request) {
    return exception instanceof InvalidParameterException
        ? of(
            List.of(
                Fault.ofQuery(
                    "query",
                    request.getQueryString(),
                    "must be name=value pairs joined by &, with UTF-8 text percent-encoded")))
        : null;
  }
}

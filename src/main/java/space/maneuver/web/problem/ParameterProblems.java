package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** The problem of a query. */
public final class ParameterProblems {

  private ParameterProblems() {}

  /** The problem of a query that has some faults. */
  public static ProblemException of(List<Fault> faults) {
    List<String> details = new ArrayList<>();
    for (Fault fault : faults) {
      details.add(fault.field() + " " + fault.reason());
    }
    return new ProblemException(
        Problem.INVALID_PARAMETER, String.join("; ", details) + ".", faults);
  }

  /** The problem of a query that is none; null if the exception is another. */
  static @Nullable ProblemException of(Exception exception, HttpServletRequest request) {
    return exception instanceof InvalidParameterException
        ? of(
            List.of(
                Fault.ofQuery(
                    "query",
                    request.getQueryString(),
                    "must be name=value pairs joined by &, with each % followed by two hexadecimal"
                        + " digits of UTF-8 text")))
        : null;
  }
}

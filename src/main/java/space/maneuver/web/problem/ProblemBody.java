package space.maneuver.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a problem, RFC 9457.
 *
 * @param type names the kind of problem
 * @param title what {@code type} means, the same each time
 * @param status HTTP status
 * @param code stable name of the kind, for programs
 * @param detail what is wrong this time, for a person
 * @param instance path of the request
 * @param requestId the request's mark in header and log
 * @param errors each single fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    URI type,
    String title,
    int status,
    String code,
    String detail,
    String instance,
    @Nullable String requestId,
    List<Fault> errors) {

  /** The body that answers one request. */
  public static ProblemBody of(
      ProblemException exception, String instance, @Nullable String requestId) {
    Problem problem = exception.problem();
    return new ProblemBody(
        problem.type(),
        problem.title(),
        problem.status().value(),
        problem.code(),
        exception.detail(),
        instance,
        requestId,
        exception.faults());
  }
}

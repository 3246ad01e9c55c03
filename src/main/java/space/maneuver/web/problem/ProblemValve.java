package space.maneuver.web.problem;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import space.maneuver.web.problem.ProblemWriter.ProblemBody;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the problems of requests that Tomcat refuses before any filter sees them, such as those
 * with a malformed path.
 */
final class ProblemValve extends ErrorReportValve {

  /**
   * Escapes non-ASCII characters, because the text quoted from the request may contain anything.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Problem problem = problem(status);
    if (stopped()) {
      // Tomcat then reports an unknown path, which is not the caller's fault.
      problem = Problem.SHUTTING_DOWN;
      status = problem.status().value();
      response.setStatus(status);
      response.setHeader(HttpHeaders.RETRY_AFTER, OverloadProblems.SHUTDOWN_RETRY_SECONDS);
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    ProblemBody body =
        new ProblemBody(
            problem.type(),
            problem.title(),
            status,
            problem.code(),
            "The request was refused before it was routed.",
            Objects.requireNonNullElse(request.getRequestURI(), ""),
            (String) request.getAttribute(ProblemWriter.REQUEST_ID),
            faults(problem, request, response));
    try {
      response.getReporter().write(MAPPER.writeValueAsString(body));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      getContainer().getLogger().debug("the client disconnected", e);
    }
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 417 -> Problem.EXPECTATION_FAILED;
      case 501 -> Problem.UNSUPPORTED_TRANSFER_ENCODING;
      case 505 -> Problem.UNSUPPORTED_HTTP_VERSION;
      default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
    };
  }

  private static List<Fault> faults(Problem problem, Request request, Response response) {
    return switch (problem) {
      case EXPECTATION_FAILED ->
          List.of(header(request, HttpHeaders.EXPECT, "must be 100-continue"));
      case UNSUPPORTED_TRANSFER_ENCODING ->
          List.of(header(request, HttpHeaders.TRANSFER_ENCODING, "must be chunked"));
      case UNSUPPORTED_HTTP_VERSION ->
          List.of(
              Fault.ofRequestLine(
                  "protocol", request.getProtocol(), "must be HTTP/1.0 or HTTP/1.1"));
      case BAD_REQUEST -> List.of(malformed(request, response));
      default -> List.of();
    };
  }

  private static Fault header(Request request, String name, String reason) {
    return Fault.ofHeader(name, request.getHeader(name), reason);
  }

  /** Tomcat logs the error without exposing it, so it is inferred from how far parsing got. */
  private static Fault malformed(Request request, Response response) {
    String path = request.getRequestURI();
    if (path == null) {
      return Fault.ofRequestLine(
          "request line",
          null,
          "must be a method, a path and HTTP/1.1, separated by single spaces");
    }
    return explained(response.getMessage())
        ? Fault.ofRequestLine(
            "path", path, "must be a path, with each % followed by two hexadecimal digits")
        : Fault.ofHeader(
            "headers",
            null,
            "one is malformed, too long, missing or repeated; check Host, Content-Length and"
                + " Transfer-Encoding");
  }

  /** Whether Tomcat explains the error, which it does only for paths. */
  private static boolean explained(@Nullable String message) {
    return message != null && !message.isEmpty();
  }

  private boolean stopped() {
    return Stream.of(getContainer().findChildren())
        .noneMatch(context -> context.getState().isAvailable());
  }
}

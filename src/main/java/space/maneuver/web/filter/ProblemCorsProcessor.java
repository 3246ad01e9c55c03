package space.maneuver.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/** Refuses an origin with a problem where Spring writes a line of text. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

  private final ProblemWriter writer;

  ProblemCorsProcessor(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration configuration,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (super.processRequest(configuration, request, response)) {
      return true;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    writer.write(
        new ProblemException(
            Problem.ORIGIN_NOT_ALLOWED,
            "The service allows calls from browsers only for origins in its settings.",
            Fault.ofHeader(HttpHeaders.ORIGIN, origin, "not allowed, or not for this method")),
        request.getRequestURI(),
        request,
        response);
    return false;
  }

  /** Leaves the answer to {@link #processRequest}, which knows the request. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}

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

/** Refuses a cross-origin request with a problem instead of Spring's plain text. */
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
            "Browsers may call this service only from the origins that it is configured to allow.",
            Fault.ofHeader(
                HttpHeaders.ORIGIN, origin, "origin not allowed, or not with this method")),
        request.getRequestURI(),
        request,
        response);
    return false;
  }

  /** Leaves the response to {@link #processRequest}, which has the request. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}

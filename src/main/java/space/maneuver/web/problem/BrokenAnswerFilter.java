package space.maneuver.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the container break the connection if a response that has been started cannot be completed.
 * The container would log each such exception as an error; one line suffices for those that are not
 * the service's fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class BrokenAnswerFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(BrokenAnswerFilter.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      if (!response.isCommitted() || !(e.getRootCause() instanceof Exception cause)) {
        throw e;
      }
      ProblemException problem = ProblemTranslation.of(cause, request);
      if (problem.problem() == Problem.INTERNAL_ERROR) {
        throw e;
      }
      log.warn(
          "{} {}: response aborted: {}: {}",
          request.getMethod(),
          request.getRequestURI(),
          problem.problem().code(),
          problem.detail());
      throw new CloseNowException(problem.detail());
    }
  }
}

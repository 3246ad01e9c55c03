package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates every exception thrown by a controller to a problem. */
@RestControllerAdvice
final class ProblemHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final ProblemWriter writer;

  ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes the problem of an exception. If the response has already been committed, only breaking
   * the connection can inform the caller; the container does so when it gets the exception, see
   * {@link BrokenAnswerFilter}. For failures to read the request body, see also {@link ErrorPage}.
   */
  @ExceptionHandler
  void handle(Exception exception, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted()) {
      if (ConnectionFaults.in(exception)) {
        log.debug("the connection failed", exception);
        return;
      }
      throw exception;
    }
    ProblemException answer = ProblemTranslation.of(exception, request);
    if (answer.problem() == Problem.INTERNAL_ERROR) {
      log.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
    }
    writer.write(answer, request.getRequestURI(), request, response);
  }
}

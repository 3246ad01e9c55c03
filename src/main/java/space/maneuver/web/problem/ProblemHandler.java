package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers every exception that leaves a controller. */
@RestControllerAdvice
final class ProblemHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final ProblemWriter writer;

  ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  /**
   * Answers {@code exception}. Where the answer has begun, only breaking the connection tells the
   * caller, and the container does that for an exception that it gets; see {@link
   * BrokenAnswerFilter}. It also takes the answer where reading the body failed; see {@link
   * ErrorPage}.
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

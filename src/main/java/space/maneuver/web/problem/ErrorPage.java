package space.maneuver.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Writes the problems of errors that the container detects outside the controllers. */
@Controller
@Hidden
final class ErrorPage implements ErrorController {

  private final ProblemWriter writer;

  ErrorPage(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      // Too late for a problem; the container breaks the connection.
      return;
    }
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    writer.write(
        exception(request),
        path == null ? request.getRequestURI() : path.toString(),
        request,
        response);
  }

  private static ProblemException exception(HttpServletRequest request) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof IOException unread) {
      return ProblemTranslation.ofBody(unread);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem = problem(status instanceof Integer number ? number : 404);
    String detail = problem.title() + ".";
    return problem == Problem.METHOD_NOT_ALLOWED
        ? new ProblemException(problem, detail, Fault.ofMethod(request.getMethod()))
        : new ProblemException(problem, detail);
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.NOT_FOUND;
      case 405 -> Problem.METHOD_NOT_ALLOWED;
      case 408 -> Problem.REQUEST_TIMEOUT;
      case 413 -> Problem.BODY_TOO_LARGE;
      default -> status >= 500 ? Problem.INTERNAL_ERROR : Problem.BAD_REQUEST;
    };
  }
}

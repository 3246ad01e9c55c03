package space.maneuver.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container found wrong, before or after the controllers. */
@Controller
@Hidden
final class ErrorPage implements ErrorController {

  private final ProblemWriter writer;

  ErrorPage(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Problem problem = problem(status instanceof Integer number ? number : 404);
    writer.write(
        new ProblemException(problem, problem.title() + "."),
        path == null ? request.getRequestURI() : path.toString(),
        request,
        response);
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.NOT_FOUND;
      case 405 -> Problem.METHOD_NOT_ALLOWED;
      case 413 -> Problem.BODY_TOO_LARGE;
      default -> status >= 500 ? Problem.INTERNAL_ERROR : Problem.BAD_REQUEST;
    };
  }
}

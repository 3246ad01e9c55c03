package space.maneuver.web.problem;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Puts {@link ProblemValve} where Tomcat's page of HTML would be. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new ProblemValve()));
  }

  /** Answers what Tomcat refuses before any filter sees it, such as a path that is none. */
  static final class ProblemValve extends ErrorReportValve {

    /** Without the path, which may be anything here. */
    private static final String BODY =
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\",\"errors\":[]}";

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      Problem problem = status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
      if (stopped()) {
        // To Tomcat the path of a request is none then, which is not the caller's fault.
        problem = Problem.SHUTTING_DOWN;
        status = problem.status().value();
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, OverloadProblems.SHUTDOWN_RETRY_SECONDS);
      }
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      try {
        response
            .getReporter()
            .write(
                String.format(
                    BODY,
                    problem.type(),
                    problem.title(),
                    status,
                    problem.code(),
                    "The server did not take the request."));
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        getContainer().getLogger().debug("the caller is gone", e);
      }
    }

    private boolean stopped() {
      return Stream.of(getContainer().findChildren())
          .noneMatch(context -> context.getState().isAvailable());
    }
  }
}

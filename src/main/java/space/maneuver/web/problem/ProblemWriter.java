package space.maneuver.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import space.maneuver.web.Paths;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem as the response, in the form of its path, regardless of the {@code Accept}
 * header.
 */
@Component
public final class ProblemWriter {

  /** Request attribute that holds the request id. */
  public static final String REQUEST_ID = ProblemWriter.class.getName() + ".requestId";

  private final JsonMapper mapper;

  ProblemWriter(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Writes a problem as the whole response; nothing may have been sent before. */
  public void write(
      ProblemException exception,
      String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(exception.problem().status().value());
    exception
        .headers()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    byte[] body;
    if (Paths.isAt(request.getContextPath() + Paths.INFERENCE, instance)) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      body = mapper.writeValueAsBytes(InferenceError.of(exception));
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      String requestId = (String) request.getAttribute(REQUEST_ID);
      body = mapper.writeValueAsBytes(ProblemBody.of(exception, instance, requestId));
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * The body of a problem (RFC 9457).
   *
   * @param type identifies the kind of problem
   * @param title meaning of {@code type}, always the same
   * @param status HTTP status
   * @param code stable name of the kind, for programs
   * @param detail explanation of this occurrence, for humans
   * @param instance path of the request
   * @param requestId id of the request in header and log
   * @param errors the individual faults
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemBody(
      URI type,
      String title,
      int status,
      String code,
      String detail,
      String instance,
      @Nullable String requestId,
      List<Fault> errors) {

    /** Returns the body for one request. */
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
}

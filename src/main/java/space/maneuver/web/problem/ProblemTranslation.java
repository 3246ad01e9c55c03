package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import space.maneuver.catalogue.KeptWatchLists.UnknownWatchListException;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.orbit.format.JsonFaults;
import space.maneuver.web.Paths;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Translates exceptions to problems. */
final class ProblemTranslation {

  private static final String MULTIPART = "multipart/";
  private static final String STORE_RETRY_SECONDS = "5";
  private static final String NO_FORM =
      " Send the data as the request body, not as a form field: curl --data-binary @FILE.";

  private ProblemTranslation() {}

  static ProblemException of(Exception exception, HttpServletRequest request) {
    if (exception instanceof ProblemException problem) {
      return problem;
    }
    if (exception instanceof UnknownWatchListException unknown) {
      return new ProblemException(
          Problem.UNKNOWN_WATCHLIST,
          "The catalogue has no watch list " + unknown.name() + ".",
          Fault.ofQuery("watchlist", unknown.name(), "not in the catalogue"));
    }
    if (exception instanceof StoreUnavailableException unavailable) {
      return new ProblemException(
              Problem.STORE_UNAVAILABLE,
              unavailable.isFull()
                  ? "The database of the catalogue has no room left; send the request again when it"
                      + " has."
                  : "The database of the catalogue does not answer; nothing is lost by sending the"
                      + " request again.",
              List.of(),
              unavailable)
          .with(HttpHeaders.RETRY_AFTER, STORE_RETRY_SECONDS);
    }
    if (exception instanceof StreamReadException
        || exception instanceof StreamConstraintsException) {
      return ofJson((JacksonException) exception);
    }
    if (exception instanceof IOException
        || exception instanceof JacksonIOException
        || ConnectionFaults.in(exception)) {
      return ofBody(exception);
    }
    ProblemException ofOverload = OverloadProblems.of(exception);
    if (ofOverload != null) {
      return ofOverload;
    }
    ProblemException ofParameter = ParameterProblems.of(exception, request);
    if (ofParameter != null) {
      return ofParameter;
    }
    return exception instanceof ErrorResponse response
        ? ofSpring(response, request)
        : internal(exception);
  }

  private static ProblemException ofJson(JacksonException exception) {
    String place = JsonFaults.place(exception);
    String reason = JsonFaults.reason(exception);
    return new ProblemException(
        Problem.MALFORMED_JSON, place + ": " + reason, Fault.ofBody("body", null, place, reason));
  }

  /** The problem of a body that did not arrive completely. */
  static ProblemException ofBody(Throwable exception) {
    return ConnectionFaults.timeoutIn(exception)
        ? new ProblemException(
            Problem.REQUEST_TIMEOUT,
            "The client stopped sending before the request body was complete.",
            Fault.ofBody("body", null, "body", "did not arrive in time"))
        : new ProblemException(
            Problem.INCOMPLETE_BODY,
            "The connection ended before the request body was complete.",
            Fault.ofBody(
                "body", null, "body", "is shorter than Content-Length, or has a malformed chunk"));
  }

  private static ProblemException ofSpring(ErrorResponse response, HttpServletRequest request) {
    if (response instanceof NoResourceFoundException) {
      return new ProblemException(
          Problem.NOT_FOUND, "All paths are listed in " + Paths.DESCRIPTION + ".");
    }
    if (response instanceof HttpRequestMethodNotSupportedException method) {
      String[] supported = method.getSupportedMethods();
      String allowed = supported == null ? "" : String.join(", ", supported);
      return new ProblemException(
              Problem.METHOD_NOT_ALLOWED,
              "Allowed methods: " + allowed + ".",
              Fault.ofMethod(method.getMethod()))
          .with(HttpHeaders.ALLOW, allowed);
    }
    if (response instanceof HttpMediaTypeNotSupportedException type) {
      String supported = MediaType.toString(type.getSupportedMediaTypes());
      return new ProblemException(
          Problem.UNSUPPORTED_MEDIA_TYPE,
          "Supported content types: " + supported + "." + (isForm(request) ? NO_FORM : ""),
          Fault.ofHeader(HttpHeaders.CONTENT_TYPE, request.getContentType(), "not supported"));
    }
    if (response instanceof HttpMediaTypeNotAcceptableException type) {
      return new ProblemException(
          Problem.NOT_ACCEPTABLE,
          "Available media types: " + MediaType.toString(type.getSupportedMediaTypes()) + ".",
          Fault.ofHeader(
              HttpHeaders.ACCEPT, request.getHeader(HttpHeaders.ACCEPT), "not available"));
    }
    return response.getStatusCode().is4xxClientError()
        ? new ProblemException(Problem.BAD_REQUEST, String.valueOf(response.getBody().getDetail()))
        : internal(null);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
  }

  private static ProblemException internal(@Nullable Exception cause) {
    return new ProblemException(
        Problem.INTERNAL_ERROR,
        "The service's log has the details under this request id.",
        List.of(),
        cause);
  }
}

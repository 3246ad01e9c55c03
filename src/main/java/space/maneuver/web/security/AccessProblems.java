package space.maneuver.web.security;

import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/** Answers requests of callers who are not known, or whose role is too low. */
final class AccessProblems
    implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

  private static final String RETRY_SECONDS = "10";
  private static final String BY_KEY =
      "the API key in the header " + SecurityProperties.API_KEY_HEADER;
  private static final String BY_TOKEN =
      "an access token in the header " + HttpHeaders.AUTHORIZATION + ", after the word Bearer";

  private final boolean keys;
  private final boolean tokens;
  private final ProblemWriter writer;

  /**
   * @param keys whether the service has API keys
   * @param tokens whether it accepts tokens
   */
  AccessProblems(boolean keys, boolean tokens, ProblemWriter writer) {
    this.keys = keys;
    this.tokens = tokens;
    this.writer = writer;
  }

  /** Answers a request without key and token. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    List<Fault> faults = new ArrayList<>();
    if (keys) {
      faults.add(Fault.ofHeader(SecurityProperties.API_KEY_HEADER, null, "is missing or wrong"));
    }
    if (tokens) {
      faults.add(Fault.ofHeader(HttpHeaders.AUTHORIZATION, null, "is missing"));
    }
    write(unauthorized(faults, "Bearer"), request, response);
  }

  /** Answers a request whose key or token is not valid, or cannot be checked. */
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    if (!isToken(exception)) {
      Fault fault = Fault.ofHeader(SecurityProperties.API_KEY_HEADER, null, "is missing or wrong");
      write(unauthorized(List.of(fault), "Bearer"), request, response);
      return;
    }
    if (isOutage(exception)) {
      write(
          new ProblemException(
                  Problem.IDENTITY_PROVIDER_UNAVAILABLE,
                  "The token cannot be checked, because the keys of the OpenID provider cannot be"
                      + " fetched. Retry later"
                      + (keys ? ", or use an API key." : "."))
              .with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS),
          request,
          response);
      return;
    }
    Fault fault =
        Fault.ofHeader(
            HttpHeaders.AUTHORIZATION, null, "the token is not valid: " + why(exception));
    write(unauthorized(List.of(fault), "Bearer error=\"invalid_token\""), request, response);
  }

  /** Answers a request of a caller whose role is too low. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    Caller caller = Caller.of(request);
    Role role = caller == null ? null : caller.role();
    String needed = AccessRules.of(request).role().text();
    boolean byKey = keys && request.getHeader(SecurityProperties.API_KEY_HEADER) != null;
    String has =
        role == null ? "has none of the roles of this service" : "has the role " + role.text();
    write(
        new ProblemException(
            Problem.FORBIDDEN,
            "This request needs the role " + needed + "; the caller " + has + ".",
            Fault.ofHeader(
                byKey ? SecurityProperties.API_KEY_HEADER : HttpHeaders.AUTHORIZATION,
                null,
                has + "; " + needed + " is needed")),
        request,
        response);
  }

  private ProblemException unauthorized(List<Fault> faults, String challenge) {
    String how = keys && tokens ? BY_KEY + ", or " + BY_TOKEN : keys ? BY_KEY : BY_TOKEN;
    ProblemException problem =
        new ProblemException(Problem.UNAUTHORIZED, "Send " + how + ".", faults);
    if (keys) {
      problem.with(
          HttpHeaders.WWW_AUTHENTICATE,
          "ApiKey header=\"" + SecurityProperties.API_KEY_HEADER + "\"");
    }
    return tokens ? problem.with(HttpHeaders.WWW_AUTHENTICATE, challenge) : problem;
  }

  private void write(
      ProblemException problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(problem, request.getRequestURI(), request, response);
  }

  private static boolean isToken(AuthenticationException exception) {
    return exception instanceof OAuth2AuthenticationException
        || exception instanceof AuthenticationServiceException;
  }

  private static boolean isOutage(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeySourceException) {
        return true;
      }
    }
    return false;
  }

  private static String why(AuthenticationException exception) {
    @Nullable String description =
        exception instanceof OAuth2AuthenticationException failure
            ? failure.getError().getDescription()
            : exception.getMessage();
    return description == null ? "it cannot be read" : description;
  }
}

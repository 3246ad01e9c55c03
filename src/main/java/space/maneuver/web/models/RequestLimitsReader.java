package space.maneuver.web.models;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.inference.RequestLimits;
import space.maneuver.web.config.InferenceProperties;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.security.Caller;

/** Reads the deadline and the caller of a request. */
@Component
public final class RequestLimitsReader {

  /** Milliseconds after which the caller no longer needs a response. */
  public static final String HEADER = "X-Request-Timeout-Ms";

  private final InferenceProperties settings;

  RequestLimitsReader(InferenceProperties settings) {
    this.settings = settings;
  }

  public RequestLimits of(HttpServletRequest request) {
    String given = request.getHeader(HEADER);
    Duration timeout = given == null ? settings.timeout() : timeout(given);
    Caller caller = Caller.of(request);
    return new RequestLimits(timeout, caller == null ? null : caller.id());
  }

  private Duration timeout(String given) {
    Long millis = number(given);
    long max = settings.longestTimeout().toMillis();
    if (millis == null || millis < 1 || millis > max) {
      String reason = "must be a whole number of milliseconds from 1 to " + max;
      throw new ProblemException(
          Problem.INVALID_PARAMETER,
          HEADER + " " + reason + ".",
          Fault.ofHeader(HEADER, given, reason));
    }
    return Duration.ofMillis(millis);
  }

  private static @Nullable Long number(String given) {
    try {
      return Long.valueOf(given.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

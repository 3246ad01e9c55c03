package space.maneuver.web.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;

/** The problems of requests that were refused because of load, shutdown or a deadline. */
public final class OverloadProblems {

  static final String SHUTDOWN_RETRY_SECONDS = "5";

  private OverloadProblems() {}

  static @Nullable ProblemException of(Exception exception) {
    if (exception instanceof OverloadedException overloaded) {
      return ofOverload(overloaded);
    }
    if (exception instanceof ShuttingDownException) {
      return new ProblemException(
              Problem.SHUTTING_DOWN,
              "The service is shutting down; retry later or on another instance.")
          .with(HttpHeaders.RETRY_AFTER, SHUTDOWN_RETRY_SECONDS);
    }
    return exception instanceof DeadlineExceededException
        ? new ProblemException(
            Problem.DEADLINE_EXCEEDED,
            "The deadline passed before the request was complete; the remaining work was dropped.")
        : null;
  }

  /** The problem of a request that could not be queued. */
  public static ProblemException ofOverload(OverloadedException overloaded) {
    Problem problem =
        switch (overloaded.bound()) {
          case QUEUE -> Problem.OVERLOADED;
          case CALLER -> Problem.TOO_MANY_IN_FLIGHT;
        };
    return new ProblemException(problem, String.valueOf(overloaded.getMessage()))
        .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds(overloaded.retryAfter())));
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}

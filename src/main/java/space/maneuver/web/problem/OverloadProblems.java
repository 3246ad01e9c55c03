package space.maneuver.web.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;

/** Finds the problem of a request that the service had no room or no time for. */
public final class OverloadProblems {

  static final String SHUTDOWN_RETRY_SECONDS = "5";

  private OverloadProblems() {}

  static @Nullable ProblemException of(Exception exception) {
    if (exception instanceof OverloadedException overloaded) {
      return ofOverload(overloaded);
    }
    if (exception instanceof ShuttingDownException) {
      return new ProblemException(
              Problem.SHUTTING_DOWN, "The service stops; ask another instance, or later.")
          .with(HttpHeaders.RETRY_AFTER, SHUTDOWN_RETRY_SECONDS);
    }
    return exception instanceof DeadlineExceededException
        ? new ProblemException(
            Problem.DEADLINE_EXCEEDED,
            "The time that the request allows was over before it was answered; what was left was"
                + " not computed.")
        : null;
  }

  /** The problem of a request that there was no room for. */
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

package space.maneuver.web.problem;

import java.net.SocketTimeoutException;
import java.util.function.Predicate;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;

/** Recognises what the other end of the connection did, however it is wrapped. */
final class ConnectionFaults {

  private ConnectionFaults() {}

  /** Whether the caller went away, fell silent or broke the rules of HTTP. */
  static boolean in(Throwable exception) {
    return any(
        exception,
        cause -> cause instanceof ClientAbortException || cause instanceof BadRequestException);
  }

  /** Whether the caller fell silent. */
  static boolean silenceIn(Throwable exception) {
    return any(exception, cause -> cause instanceof SocketTimeoutException);
  }

  private static boolean any(Throwable exception, Predicate<Throwable> wanted) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (wanted.test(cause)) {
        return true;
      }
    }
    return false;
  }
}

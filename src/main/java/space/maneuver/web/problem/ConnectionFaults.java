package space.maneuver.web.problem;

import java.net.SocketTimeoutException;
import java.util.function.Predicate;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;

/**
 * Recognizes failures caused by the client's side of the connection, however deeply they are
 * wrapped.
 */
final class ConnectionFaults {

  private ConnectionFaults() {}

  /** Whether the client disconnected, stopped sending or violated HTTP. */
  static boolean in(Throwable exception) {
    return any(
        exception,
        cause -> cause instanceof ClientAbortException || cause instanceof BadRequestException);
  }

  /** Whether the client stopped sending. */
  static boolean timeoutIn(Throwable exception) {
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

package space.maneuver.web.filter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import space.maneuver.web.Paths;
import space.maneuver.web.PrintableText;
import space.maneuver.web.problem.ProblemWriter;
import space.maneuver.web.security.Caller;

/**
 * Logs each request once it has been answered, including those that Tomcat refuses itself: errors
 * at WARN, health and metrics at DEBUG, everything else at INFO.
 */
final class AccessLogValve extends ValveBase implements AccessLog {

  static final String LOGGER = "space.maneuver.access";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final double NANOS_PER_MILLI = 1e6;

  private final String operations;

  /**
   * @param operations path of the health and metrics endpoints
   */
  AccessLogValve(String operations) {
    super(true);
    this.operations = operations;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
  }

  @Override
  public void log(Request request, Response response, long nanos) {
    String path = PrintableText.of(request.getRequestURI());
    int status = response.getStatus();
    Level level = level(status, path);
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    String method = PrintableText.of(request.getMethod());
    String millis = String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
    long read = request.getCoyoteRequest().getBytesRead();
    long sent = response.getBytesWritten(false);
    String from = PrintableText.of(address(request));
    Caller known = Caller.of(request);
    String caller = known == null ? "-" : known.id();
    String id = (String) request.getAttribute(ProblemWriter.REQUEST_ID);
    MDC.put(RequestIdValve.MDC_KEY, id == null ? "-" : id);
    try {
      LOG.atLevel(level)
          .addKeyValue("method", method)
          .addKeyValue("path", path)
          .addKeyValue("status", status)
          .addKeyValue("millis", nanos / NANOS_PER_MILLI)
          .addKeyValue("bytesRead", read)
          .addKeyValue("bytesSent", sent)
          .addKeyValue("from", from)
          .addKeyValue("caller", caller)
          .log(
              "{} {} {} in {} ms, {} bytes read, {} sent, from {}, {}",
              method,
              path,
              status,
              millis,
              read,
              sent,
              from,
              caller);
    } finally {
      MDC.remove(RequestIdValve.MDC_KEY);
    }
  }

  private Level level(int status, String path) {
    if (status >= 400) {
      return Level.WARN;
    }
    boolean operation =
        Paths.isBelow(operations, path) || Paths.isBelow(Paths.INFERENCE_HEALTH, path);
    return operation ? Level.DEBUG : Level.INFO;
  }

  /** The client's address as given by a trusted proxy, if there is one. */
  private static @Nullable String address(Request request) {
    Object forwarded = request.getAttribute(REMOTE_ADDR_ATTRIBUTE);
    return forwarded == null ? request.getRemoteAddr() : forwarded.toString();
  }

  /** Ignored: {@link #address} uses the attribute whenever it is present. */
  @Override
  public void setRequestAttributesEnabled(boolean enabled) {}

  @Override
  public boolean getRequestAttributesEnabled() {
    return true;
  }
}

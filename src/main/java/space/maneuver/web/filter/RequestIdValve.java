package space.maneuver.web.filter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import space.maneuver.web.problem.ProblemWriter;

/**
 * Assigns each request an id, or keeps the caller's, for the response header, the log and problems.
 * It is a valve so that requests which Tomcat refuses or logs itself have one too.
 */
final class RequestIdValve extends ValveBase {

  static final String HEADER = "X-Request-Id";
  static final String MDC_KEY = "requestId";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  RequestIdValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String id = harmless(request.getHeader(HEADER));
    request.setAttribute(ProblemWriter.REQUEST_ID, id);
    response.setHeader(HEADER, id);
    MDC.put(MDC_KEY, id);
    try {
      getNext().invoke(request, response);
    } finally {
      MDC.remove(MDC_KEY);
    }
  }

  private static String harmless(@Nullable String given) {
    // The id need not be unpredictable, and UUID.randomUUID() would contend on a lock.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return given != null && HARMLESS.matcher(given).matches()
        ? given
        : new UUID(random.nextLong(), random.nextLong()).toString();
  }
}

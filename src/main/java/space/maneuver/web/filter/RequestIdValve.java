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
 * Gives each request an id, or keeps the caller's, for header, log and problems. A valve, so that
 * what Tomcat refuses or logs by itself has it too.
 */
final class RequestIdValve extends ValveBase {

  static final String HEADER = "X-Request-Id";
  static final String MDC_KEY = "requestId";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

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
    // No secret: unlike UUID.randomUUID() this waits for no other thread.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return given != null && HARMLESS.matcher(given).matches()
        ? given
        : new UUID(random.nextLong(), random.nextLong()).toString();
  }
}

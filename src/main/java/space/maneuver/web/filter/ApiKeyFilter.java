package space.maneuver.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/**
 * Admits requests with a valid API key, and those for health, the page and the OpenAPI document.
 */
public final class ApiKeyFilter extends OncePerRequestFilter {

  /** Request attribute that identifies the key by its position, never by its value. */
  public static final String CALLER = ApiKeyFilter.class.getName() + ".caller";

  static final String HEADER = "X-API-Key";

  private final List<byte[]> keys;
  private final String healthPath;
  private final ProblemWriter writer;

  ApiKeyFilter(List<String> keys, String healthPath, ProblemWriter writer) {
    this.keys = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    this.healthPath = healthPath;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return Paths.isAt(healthPath, path)
        || Paths.isBelow(Paths.INFERENCE_HEALTH, path)
        || Paths.isPage(path)
        || Paths.isDescription(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int caller = caller(request.getHeader(HEADER));
    if (caller >= 0) {
      request.setAttribute(CALLER, "key " + caller);
      chain.doFilter(request, response);
      return;
    }
    ProblemException problem =
        new ProblemException(
                Problem.UNAUTHORIZED,
                "Send the API key in the header " + HEADER + ".",
                Fault.ofHeader(HEADER, null, "is missing or wrong"))
            .with(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"" + HEADER + "\"");
    writer.write(problem, request.getRequestURI(), request, response);
  }

  /**
   * Index of the key in the list, or -1; takes the same time regardless of how much of a key
   * matches.
   */
  private int caller(@Nullable String given) {
    byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
    int caller = -1;
    for (int i = 0; i < keys.size(); i++) {
      if (MessageDigest.isEqual(keys.get(i), bytes)) {
        caller = i;
      }
    }
    return caller;
  }
}

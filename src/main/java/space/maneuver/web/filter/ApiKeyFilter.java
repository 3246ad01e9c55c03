package space.maneuver.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/** Lets only requests with the key pass, and those for the health and the files of the page. */
final class ApiKeyFilter extends OncePerRequestFilter {

  static final String HEADER = "X-API-Key";

  private final byte[] key;
  private final String healthPath;
  private final ProblemWriter writer;

  ApiKeyFilter(String key, String healthPath, ProblemWriter writer) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.healthPath = healthPath;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(healthPath) || path.startsWith(healthPath + "/") || PageFiles.has(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (matches(request.getHeader(HEADER))) {
      chain.doFilter(request, response);
      return;
    }
    ProblemException problem =
        new ProblemException(
                Problem.UNAUTHORIZED,
                "Send the key in the header " + HEADER + ".",
                Fault.ofHeader(HEADER, null, "is missing or wrong"))
            .with(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"" + HEADER + "\"");
    writer.write(problem, request.getRequestURI(), request, response);
  }

  /** Takes the same time however much of the key is right. */
  private boolean matches(@Nullable String given) {
    return given != null && MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8));
  }
}

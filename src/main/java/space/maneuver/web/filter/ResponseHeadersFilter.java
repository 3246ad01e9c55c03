package space.maneuver.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.web.Paths;

/** Sets the security headers of every response and forbids caching of data. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ResponseHeadersFilter extends OncePerRequestFilter {

  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";
  private static final String OWN_PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  /**
   * Without unsafe-inline: the page sets styles only through scripts, which needs no permission.
   */
  private static final String THE_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    boolean data = Paths.isData(path);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", policy(path));
    if (data) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    chain.doFilter(request, response);
  }

  private static String policy(String path) {
    if (Paths.isData(path)) {
      return DATA_ONLY;
    }
    return Paths.isPage(path) ? THE_PAGE : OWN_PAGES;
  }
}

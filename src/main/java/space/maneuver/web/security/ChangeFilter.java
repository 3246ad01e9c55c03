package space.maneuver.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.web.PrintableText;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/**
 * Logs changes with their callers, and refuses changes that a page of another website makes a
 * browser send. A browser names that page in headers which scripts cannot set; programs send
 * neither of them.
 */
final class ChangeFilter extends OncePerRequestFilter {

  /** Name of the log of changes. */
  static final String LOGGER = "space.maneuver.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String CROSS_SITE = "cross-site";

  private final CorsConfiguration allowed = new CorsConfiguration();
  private final ProblemWriter writer;

  ChangeFilter(List<String> allowedOrigins, ProblemWriter writer) {
    allowed.setAllowedOrigins(allowedOrigins);
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AccessRules.Rule rule = AccessRules.of(request);
    if (!rule.changes()) {
      chain.doFilter(request, response);
      return;
    }
    int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
    try {
      Fault fault = foreignPage(request);
      if (fault == null) {
        chain.doFilter(request, response);
      } else {
        writer.write(refusal(fault), request.getRequestURI(), request, response);
      }
      status = response.getStatus();
    } finally {
      log(request, rule, status);
    }
  }

  private @Nullable Fault foreignPage(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (allowed.checkOrigin(origin) != null) {
      return null;
    }
    if (CROSS_SITE.equals(request.getHeader(FETCH_SITE))) {
      return Fault.ofHeader(FETCH_SITE, CROSS_SITE, "only allowed origins may change anything");
    }
    return isOfAnotherOrigin(request)
        ? Fault.ofHeader(HttpHeaders.ORIGIN, origin, "origin not allowed")
        : null;
  }

  private static boolean isOfAnotherOrigin(HttpServletRequest request) {
    try {
      return CorsUtils.isCorsRequest(request);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // An origin that is no URL is not that of the service.
      return true;
    }
  }

  private static ProblemException refusal(Fault fault) {
    return new ProblemException(
        Problem.ORIGIN_NOT_ALLOWED,
        "Pages of other origins than the service's own may change something only if the service is"
            + " configured to allow them.",
        fault);
  }

  /** The caller comes last, since nothing in a subject can then be taken for another field. */
  private static void log(HttpServletRequest request, AccessRules.Rule rule, int status) {
    String method = PrintableText.of(request.getMethod());
    String path = PrintableText.of(request.getRequestURI());
    String operation = rule.path() == null ? "-" : rule.path().getPatternString();
    Caller known = Caller.of(request);
    String caller = known == null ? "-" : known.id();
    LOG.atLevel(status < HttpStatus.BAD_REQUEST.value() ? Level.INFO : Level.WARN)
        .addKeyValue("method", method)
        .addKeyValue("path", path)
        .addKeyValue("operation", operation)
        .addKeyValue("status", status)
        .addKeyValue("caller", caller)
        .log("{} {} ({}) {}, by {}", method, path, operation, status, caller);
  }
}

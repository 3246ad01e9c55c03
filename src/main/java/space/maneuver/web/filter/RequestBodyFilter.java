package space.maneuver.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/**
 * Decompresses request bodies and limits their size, both as sent and after decompression. NDJSON
 * is limited by line only.
 */
@Component
@Order(RequestBodyFilter.ORDER)
final class RequestBodyFilter extends OncePerRequestFilter {

  static final int ORDER = 100;

  private final long limit;
  private final ProblemWriter writer;

  RequestBodyFilter(LimitsProperties limits, ProblemWriter writer) {
    this.limit = limits.body().toBytes();
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ProblemException refusal = refusal(request);
    if (refusal != null) {
      writer.write(refusal, request.getRequestURI(), request, response);
      return;
    }
    chain.doFilter(decoded(request), response);
  }

  private @Nullable ProblemException refusal(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (!isGzip(encoding) && !isPlain(encoding)) {
      return new ProblemException(
              Problem.UNSUPPORTED_ENCODING,
              "Supported encodings: gzip.",
              Fault.ofHeader(HttpHeaders.CONTENT_ENCODING, encoding, "not supported"))
          .with(HttpHeaders.ACCEPT_ENCODING, "gzip");
    }
    if (!MediaTypes.hasReadableCharset(request)) {
      return new ProblemException(
          Problem.UNSUPPORTED_MEDIA_TYPE,
          "The " + MediaTypes.CHARSET_RULE + ".",
          Fault.ofHeader(
              HttpHeaders.CONTENT_TYPE, request.getContentType(), MediaTypes.CHARSET_RULE));
    }
    return !MediaTypes.hasLines(request) && request.getContentLengthLong() > limit
        ? BoundedBody.tooLarge(limit, BoundedBody.AS_SENT)
        : null;
  }

  private HttpServletRequest decoded(HttpServletRequest request) throws IOException {
    boolean lines = MediaTypes.hasLines(request);
    if (isGzip(request.getHeader(HttpHeaders.CONTENT_ENCODING))) {
      long max = lines ? Long.MAX_VALUE : limit;
      return new DecodedRequest(request, BoundedBody.inflated(request.getInputStream(), max));
    }
    boolean bounded = lines || request.getContentLengthLong() >= 0;
    return bounded
        ? request
        : new DecodedRequest(request, BoundedBody.sent(request.getInputStream(), limit));
  }

  private static boolean isPlain(@Nullable String encoding) {
    return encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
  }

  private static boolean isGzip(@Nullable String encoding) {
    return encoding != null
        && (encoding.strip().equalsIgnoreCase("gzip")
            || encoding.strip().equalsIgnoreCase("x-gzip"));
  }
}

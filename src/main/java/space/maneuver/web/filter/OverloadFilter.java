package space.maneuver.web.filter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.inference.OverloadedException;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.OverloadProblems;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.problem.ProblemWriter;

/**
 * Refuses requests that cannot be handled before reading them, which is cheapest, and keeps an
 * eighth of the request threads free to do so. If all threads were waiting for results, further
 * requests, health checks included, would queue unanswered in the connector.
 */
@Component
@Order(OverloadFilter.ORDER)
final class OverloadFilter extends OncePerRequestFilter {

  static final int ORDER = RequestBodyFilter.ORDER - 10;

  private static final int SHARE = 8;
  private static final String RETRY_SECONDS = "1";

  private final AtomicInteger working = new AtomicInteger();
  private final int slots;
  private final InferenceThreads threads;
  private final ProblemWriter writer;
  private final Counter refusedBusy;
  private final Counter refusedQueueFull;

  OverloadFilter(
      TomcatServerProperties tomcat,
      InferenceThreads threads,
      MeterRegistry meters,
      ProblemWriter writer) {
    int max = tomcat.getThreads().getMax();
    slots = max - (max + SHARE - 1) / SHARE;
    this.threads = threads;
    this.writer = writer;
    refusedBusy = counter(meters, "threads-busy");
    refusedQueueFull = counter(meters, "queue-full");
  }

  private static Counter counter(MeterRegistry meters, String reason) {
    return Counter.builder("maneuver.rejected.requests")
        .description("Requests refused before their body was read, by reason")
        .baseUnit("requests")
        .tag("reason", reason)
        .register(meters);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ProblemException refusal;
    try {
      refusal = refusal(working.incrementAndGet(), request);
      if (refusal == null) {
        chain.doFilter(request, response);
        return;
      }
    } finally {
      working.decrementAndGet();
    }
    writer.write(refusal, request.getRequestURI(), request, response);
  }

  private @Nullable ProblemException refusal(int requests, HttpServletRequest request) {
    if (requests > slots) {
      refusedBusy.increment();
      return new ProblemException(Problem.OVERLOADED, "All " + slots + " request slots are busy.")
          .with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    OverloadedException overload = usesNetwork(request) ? threads.refusal() : null;
    if (overload == null) {
      return null;
    }
    refusedQueueFull.increment();
    return OverloadProblems.ofOverload(overload);
  }

  private static boolean usesNetwork(HttpServletRequest request) {
    return !request.getServletPath().equals(Paths.FEATURES);
  }
}

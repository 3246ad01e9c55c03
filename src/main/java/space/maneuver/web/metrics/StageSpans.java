package space.maneuver.web.metrics;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The stages of a request as spans below its own, where requests are traced. */
@Component
final class StageSpans {

  private final @Nullable Tracer tracer;

  StageSpans(ObjectProvider<Tracer> tracer) {
    this.tracer = tracer.getIfAvailable();
  }

  /**
   * A stage has just ended.
   *
   * @param nanos that it took
   */
  void ended(String stage, long nanos) {
    Span request = tracer == null ? null : tracer.currentSpan();
    if (tracer == null || request == null || !Boolean.TRUE.equals(request.context().sampled())) {
      return;
    }
    long end = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    tracer
        .spanBuilder()
        .setParent(request.context())
        .name(stage)
        .startTimestamp(end - TimeUnit.NANOSECONDS.toMicros(nanos), TimeUnit.MICROSECONDS)
        .start()
        .end(end, TimeUnit.MICROSECONDS);
  }
}

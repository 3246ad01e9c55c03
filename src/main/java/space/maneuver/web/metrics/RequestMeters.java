package space.maneuver.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Metrics and spans of request handling. */
@Component
public final class RequestMeters {

  private final MeterRegistry registry;
  private final @Nullable Tracer tracer;
  private final Map<String, WindowCounters> windowCounters = new ConcurrentHashMap<>();
  private final Map<String, Counter> logitCounters = new ConcurrentHashMap<>();
  private final Counter read;
  private final Counter rejected;
  private final Timer parse;
  private final Timer predict;
  private final Timer write;
  private final Timer features;
  private final Timer detections;

  RequestMeters(MeterRegistry registry, ObjectProvider<Tracer> tracer) {
    this.registry = registry;
    this.tracer = tracer.getIfAvailable();
    this.read = elementSets("read");
    this.rejected = elementSets("rejected");
    this.parse = stage("parse");
    this.predict = stage("predict");
    this.write = stage("write");
    this.features = timer("maneuver.features", "Time to compute the feature windows of one object");
    this.detections = timer("maneuver.detections", "Time to detect the maneuvers of one object");
  }

  /**
   * Records that the windows of a request have been read.
   *
   * @param nanos time taken, including waiting for the caller to send them
   */
  public void parsed(long nanos) {
    ended(parse, "parse", nanos);
  }

  /**
   * Records that the response has been written.
   *
   * @param nanos time taken, including waiting for the caller to read it
   */
  public void written(long nanos) {
    ended(write, "write", nanos);
  }

  /** Predicts windows and times it, including their wait in the queue. */
  public <T> T timePrediction(Supplier<T> work) {
    return timed(predict, "predict", work);
  }

  public <T> T timeFeatures(Supplier<T> work) {
    return timed(features, "features", work);
  }

  public <T> T timeDetection(Supplier<T> work) {
    return timed(detections, "detect", work);
  }

  private <T> T timed(Timer timer, String stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      ended(timer, stage, System.nanoTime() - start);
    }
  }

  private void ended(Timer timer, String stage, long nanos) {
    timer.record(nanos, TimeUnit.NANOSECONDS);
    Span request = tracer == null ? null : tracer.currentSpan();
    if (tracer != null && request != null && Boolean.TRUE.equals(request.context().sampled())) {
      addSpan(tracer, request, stage, nanos);
    }
  }

  /** Adds a stage that has just ended as a child span of the request. */
  private static void addSpan(Tracer tracer, Span request, String stage, long nanos) {
    long end = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    tracer
        .spanBuilder()
        .setParent(request.context())
        .name(stage)
        .startTimestamp(end - TimeUnit.NANOSECONDS.toMicros(nanos), TimeUnit.MICROSECONDS)
        .start()
        .end(end, TimeUnit.MICROSECONDS);
  }

  public void countElementSets(int usable, int unusable) {
    read.increment(usable);
    rejected.increment(unusable);
  }

  /** Counts windows answered with a logit, whose interpretation is up to the caller. */
  public void countLogits(String model, int windows) {
    logitCounters.computeIfAbsent(model, name -> windows(name, "logit")).increment(windows);
  }

  public void countWindows(String model, int refused, int maneuvers, int none) {
    WindowCounters counters =
        windowCounters.computeIfAbsent(
            model,
            name ->
                new WindowCounters(
                    windows(name, "refused"), windows(name, "maneuver"), windows(name, "none")));
    counters.refused().increment(refused);
    counters.maneuver().increment(maneuvers);
    counters.none().increment(none);
  }

  /** The counters of one model, cached to avoid a lookup by tags on each request. */
  private record WindowCounters(Counter refused, Counter maneuver, Counter none) {}

  private Counter windows(String model, String decision) {
    return Counter.builder("maneuver.windows")
        .description("Windows by decision")
        .baseUnit("windows")
        .tag("model", model)
        .tag("decision", decision)
        .register(registry);
  }

  private Counter elementSets(String outcome) {
    return Counter.builder("maneuver.element.sets")
        .description("Element sets in requests by outcome")
        .baseUnit("sets")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Timer stage(String stage) {
    return Timer.builder("maneuver.stage")
        .description("Time windows spend in each stage of a request")
        .tag("stage", stage)
        .publishPercentileHistogram()
        .register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .register(registry);
  }
}

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

/** What the service counts and times of its own work. */
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
    this.features = timer("maneuver.features", "Time to make the windows of one object");
    this.detections = timer("maneuver.detections", "Time to find the maneuvers of one object");
  }

  /**
   * Windows of a request have been read.
   *
   * @param nanos that it took, waiting for the caller to send them included
   */
  public void parsed(long nanos) {
    ended(parse, "parse", nanos);
  }

  /**
   * Answers have been written.
   *
   * @param nanos that it took, waiting for the caller to read them included
   */
  public void written(long nanos) {
    ended(write, "write", nanos);
  }

  /** Has windows predicted: they wait, and the network runs them. */
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
    long begin = System.nanoTime();
    try {
      return work.get();
    } finally {
      ended(timer, stage, System.nanoTime() - begin);
    }
  }

  private void ended(Timer timer, String stage, long nanos) {
    timer.record(nanos, TimeUnit.NANOSECONDS);
    Span request = tracer == null ? null : tracer.currentSpan();
    if (tracer != null && request != null && Boolean.TRUE.equals(request.context().sampled())) {
      addSpan(tracer, request, stage, nanos);
    }
  }

  /** Adds a stage that has just ended as a span below the request's own. */
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

  /** Windows whose logits are the answer: what they mean is left to the caller. */
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

  /** The counters of one model, so that they need not be looked up by their tags each time. */
  private record WindowCounters(Counter refused, Counter maneuver, Counter none) {}

  private Counter windows(String model, String decision) {
    return Counter.builder("maneuver.windows")
        .description("Windows by what was decided of them")
        .baseUnit("windows")
        .tag("model", model)
        .tag("decision", decision)
        .register(registry);
  }

  private Counter elementSets(String outcome) {
    return Counter.builder("maneuver.element.sets")
        .description("Element sets of requests by what became of them")
        .baseUnit("sets")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Timer stage(String stage) {
    return Timer.builder("maneuver.stage")
        .description("Time that windows spend in each stage on their way to the answer")
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

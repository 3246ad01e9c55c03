package space.maneuver.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import space.maneuver.inference.InferenceListener;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.inference.OverloadedException;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.WindowBatch;

/** Metrics of the queue and the networks. */
@Component
public final class InferenceMeters implements InferenceListener {

  private static final String REJECTED = "maneuver.rejected.windows";
  private static final String QUEUE_FULL = "queue-full";
  private static final String CALLER_LIMIT = "caller-limit";
  private static final String DEADLINE = "deadline";
  private static final List<String> REASONS = List.of(QUEUE_FULL, CALLER_LIMIT, DEADLINE);

  private final MeterRegistry registry;
  private final Map<String, OfModel> byModel = new ConcurrentHashMap<>();

  InferenceMeters(MeterRegistry registry) {
    this.registry = registry;
    // Registered before the first scrape, so that a rate() sees the first rejection.
    REASONS.forEach(this::rejected);
  }

  public void watch(InferenceThreads threads) {
    Gauge.builder("maneuver.queue.windows", threads, InferenceThreads::waiting)
        .description("Windows waiting in the queue")
        .baseUnit("windows")
        .register(registry);
    Gauge.builder("maneuver.queue.room", threads, InferenceThreads::room)
        .description("Capacity of the queue")
        .baseUnit("windows")
        .register(registry);
  }

  @Override
  public void waited(ModelBundle model, long nanos) {
    of(model).queue.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void ran(ModelBundle model, int windows, long nanos) {
    OfModel own = of(model);
    own.compute.record(nanos, TimeUnit.NANOSECONDS);
    own.batch.record(windows);
  }

  @Override
  public void failed(ModelBundle model) {
    of(model).failed.increment();
  }

  @Override
  public void refused(OverloadedException.Cause cause, int windows) {
    String reason =
        switch (cause) {
          case QUEUE -> QUEUE_FULL;
          case CALLER -> CALLER_LIMIT;
        };
    rejected(reason).increment(windows);
  }

  @Override
  public void dropped(ModelBundle model, int windows) {
    rejected(DEADLINE).increment(windows);
  }

  private Counter rejected(String reason) {
    return Counter.builder(REJECTED)
        .description("Windows refused or dropped without being run, by reason")
        .baseUnit("windows")
        .tag("reason", reason)
        .register(registry);
  }

  private OfModel of(ModelBundle model) {
    return byModel.computeIfAbsent(model.name(), OfModel::new);
  }

  /** The metrics of one model. */
  private final class OfModel {

    private final Timer queue;
    private final Timer compute;
    private final DistributionSummary batch;
    private final Counter failed;

    OfModel(String model) {
      queue = timer("maneuver.queue", "Time windows wait in the queue", model);
      compute = timer("maneuver.compute", "Time the network takes to run a batch", model);
      batch =
          DistributionSummary.builder("maneuver.batch.windows")
              .description("Windows per batch")
              .baseUnit("windows")
              .tag("model", model)
              .publishPercentileHistogram()
              .maximumExpectedValue((double) WindowBatch.LARGEST)
              .register(registry);
      failed =
          Counter.builder("maneuver.failed.windows")
              .description("Windows on which the network failed")
              .baseUnit("windows")
              .tag("model", model)
              .register(registry);
    }

    private Timer timer(String name, String description, String model) {
      return Timer.builder(name)
          .description(description)
          .tag("model", model)
          .publishPercentileHistogram()
          .register(registry);
    }
  }
}

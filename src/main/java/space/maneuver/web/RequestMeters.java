package space.maneuver.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the service counts and times of its own work. */
@Component
final class RequestMeters {

  private final MeterRegistry registry;
  private final Counter read;
  private final Counter rejected;
  private final Timer predictions;
  private final Timer features;
  private final Timer detections;

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    this.read = elementSets("read");
    this.rejected = elementSets("rejected");
    this.predictions =
        timer("maneuver.predictions", "Time to predict the usable windows of a request or batch");
    this.features = timer("maneuver.features", "Time to make the windows of one object");
    this.detections = timer("maneuver.detections", "Time to find the maneuvers of one object");
  }

  <T> T timePredictions(Supplier<T> work) {
    return predictions.record(work);
  }

  <T> T timeFeatures(Supplier<T> work) {
    return features.record(work);
  }

  <T> T timeDetection(Supplier<T> work) {
    return detections.record(work);
  }

  void countElementSets(int usable, int unusable) {
    read.increment(usable);
    rejected.increment(unusable);
  }

  void countWindows(String model, List<PredictionEntry> entries) {
    long refused = entries.stream().filter(entry -> entry.error() != null).count();
    long maneuvers =
        entries.stream().filter(entry -> Boolean.TRUE.equals(entry.maneuver())).count();
    windows(model, "refused").increment(refused);
    windows(model, "maneuver").increment(maneuvers);
    windows(model, "none").increment(entries.size() - refused - maneuvers);
  }

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

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .register(registry);
  }
}

package space.maneuver.web.catalogue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;

/** Metrics of the store; none if the service keeps no catalogue. */
@Component
final class StoreMeters {

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter duplicates;

  StoreMeters(MeterRegistry registry, KeptCatalogue kept) {
    this.registry = registry;
    accepted = elementSets("accepted");
    duplicates = elementSets("duplicate");
    kept.find().ifPresent(this::watch);
  }

  void count(long newOnes, long known) {
    accepted.increment(newOnes);
    duplicates.increment(known);
  }

  private void watch(Catalogue catalogue) {
    Gauge.builder("maneuver.store.up", catalogue, store -> store.isUp() ? 1 : 0)
        .description("1 if the database of the catalogue answered when it was last used, else 0")
        .register(registry);
    Gauge.builder("maneuver.store.connections.active", catalogue, Catalogue::activeConnections)
        .description("Connections to the database that are in use")
        .baseUnit("connections")
        .register(registry);
  }

  private Counter elementSets(String outcome) {
    return Counter.builder("maneuver.store.element.sets")
        .description("Element sets that were durable when their request was answered, by outcome")
        .baseUnit("sets")
        .tag("outcome", outcome)
        .register(registry);
  }
}

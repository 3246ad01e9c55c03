package space.maneuver.web.catalogue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.DueObjects.Backlog;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.search.SearchRound.Result;

/** Metrics of the store; none if the service keeps no catalogue. */
@Component
final class StoreMeters {

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter duplicates;
  private final Counter searches;
  private final Counter changes;

  StoreMeters(MeterRegistry registry, KeptCatalogue kept) {
    this.registry = registry;
    accepted = elementSets("accepted");
    duplicates = elementSets("duplicate");
    searches =
        Counter.builder("maneuver.catalogue.searches")
            .description("Searches of objects of the catalogue")
            .register(registry);
    changes =
        Counter.builder("maneuver.catalogue.changes")
            .description("Changes of maneuvers that searches told in the feed")
            .register(registry);
    kept.find().ifPresent(this::watch);
  }

  void count(long newOnes, long known) {
    accepted.increment(newOnes);
    duplicates.increment(known);
  }

  void searched(Result round) {
    searches.increment(round.objects());
    changes.increment(round.changes());
  }

  private void watch(Catalogue catalogue) {
    Gauge.builder("maneuver.catalogue.due", catalogue, store -> backlog(store, Backlog::objects))
        .description("Objects with element sets that have not been searched")
        .baseUnit("objects")
        .register(registry);
    Gauge.builder(
            "maneuver.catalogue.delay", catalogue, store -> backlog(store, StoreMeters::seconds))
        .description("Time for which the first of these objects has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("maneuver.store.up", catalogue, store -> store.isUp() ? 1 : 0)
        .description("1 if the database of the catalogue answered when it was last used, else 0")
        .register(registry);
    Gauge.builder("maneuver.store.connections.active", catalogue, Catalogue::activeConnections)
        .description("Connections to the database that are in use")
        .baseUnit("connections")
        .register(registry);
  }

  /** A value of the backlog; unknown while the database does not answer. */
  private static double backlog(Catalogue catalogue, ToDoubleFunction<Backlog> value) {
    if (!catalogue.isUp()) {
      return Double.NaN;
    }
    try {
      return value.applyAsDouble(catalogue.dueObjects().backlog());
    } catch (StoreUnavailableException e) {
      return Double.NaN;
    }
  }

  private static double seconds(Backlog backlog) {
    Instant oldest = backlog.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1e3);
  }

  private Counter elementSets(String outcome) {
    return Counter.builder("maneuver.store.element.sets")
        .description("Element sets that were durable when their request was answered, by outcome")
        .baseUnit("sets")
        .tag("outcome", outcome)
        .register(registry);
  }
}

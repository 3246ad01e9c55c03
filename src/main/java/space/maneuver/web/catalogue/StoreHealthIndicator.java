package space.maneuver.web.catalogue;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.StoreUnavailableException;

/**
 * Reports, at {@code /actuator/health/store}, whether the database of the catalogue answers.
 * Readiness and liveness do not depend on it, since questions need no store.
 */
@Component("storeHealthIndicator")
class StoreHealthIndicator implements HealthIndicator {

  private static final String KIND = "kind";

  private final KeptCatalogue kept;

  StoreHealthIndicator(KeptCatalogue kept) {
    this.kept = kept;
  }

  @Override
  public Health health() {
    return kept.find()
        .map(
            catalogue -> {
              Health.Builder health = Health.up();
              try {
                catalogue.check();
              } catch (StoreUnavailableException e) {
                health = Health.down().withDetail("reason", String.valueOf(e.getMessage()));
              }
              return health.withDetail(KIND, catalogue.kind()).build();
            })
        .orElseGet(() -> Health.up().withDetail(KIND, "none").build());
  }
}

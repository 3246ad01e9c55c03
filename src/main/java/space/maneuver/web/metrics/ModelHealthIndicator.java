package space.maneuver.web.metrics;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.TorchEngine;

/**
 * Says as part of the readiness which model answers by default, where it runs, which others there
 * are, and which bundles are not served and why. Those do not make the service unready: what was
 * served before still is.
 */
@Component("modelHealthIndicator")
class ModelHealthIndicator implements HealthIndicator {

  private final ModelRegistry models;

  ModelHealthIndicator(ModelRegistry models) {
    this.models = models;
  }

  @Override
  public Health health() {
    ManeuverModel model = models.defaultModel();
    List<String> served = models.list().stream().map(each -> each.bundle().id()).toList();
    return Health.up()
        .withDetail("name", model.bundle().name())
        .withDetail("version", model.bundle().version())
        .withDetail("device", TorchEngine.deviceType())
        .withDetail("models", served)
        .withDetail("rejected", models.faults())
        .build();
  }
}

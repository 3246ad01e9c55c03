package space.maneuver.web.metrics;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.TorchEngine;

/**
 * Reports, as part of readiness, the default model, its device, the other models, and which bundles
 * are not served and why. A rejected bundle does not make the service unready, because the models
 * that were served before still are.
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

package space.maneuver.web;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import space.maneuver.detection.DetectionService;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.TorchEngine;

/** Says as part of the readiness which model answers by default, and where it runs. */
@Component("modelHealthIndicator")
class ModelHealthIndicator implements HealthIndicator {

  private final DetectionService service;

  ModelHealthIndicator(DetectionService service) {
    this.service = service;
  }

  @Override
  public Health health() {
    ManeuverModel model = service.model(null);
    return Health.up()
        .withDetail("name", model.bundle().name())
        .withDetail("version", model.bundle().version())
        .withDetail("device", TorchEngine.deviceType())
        .build();
  }
}

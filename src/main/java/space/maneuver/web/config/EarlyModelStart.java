package space.maneuver.web.config;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import space.maneuver.model.registry.BundledModels;

/**
 * Starts loading the bundled models while Spring scans its configuration, so that the service is
 * ready sooner. It cannot start earlier: logging is not configured before this event.
 */
final class EarlyModelStart implements ApplicationListener<ApplicationContextInitializedEvent> {

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    if (event.getApplicationContext() instanceof GenericApplicationContext context) {
      BundledModels models = new BundledModels();
      context.registerBean(BundledModels.class, () -> models);
    }
  }
}

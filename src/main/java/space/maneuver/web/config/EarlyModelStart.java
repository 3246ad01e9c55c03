package space.maneuver.web.config;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import space.maneuver.model.registry.BundledModels;

/**
 * Has the models of the jar started while Spring looks for what it has to set up, which takes as
 * long: the service is ready sooner. Not earlier, since until then the log has not its form.
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

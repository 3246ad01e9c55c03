package space.maneuver.web;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import space.maneuver.model.TorchEngine;

/**
 * Loads PyTorch while Spring looks for what it has to set up, which takes as long: the service is
 * ready sooner. Not earlier, since until then the log has not its form.
 */
final class TorchEarly implements ApplicationListener<ApplicationContextInitializedEvent> {

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    Thread loader = new Thread(TorchEngine::prepare, "pytorch-loader");
    loader.setDaemon(true);
    loader.start();
  }
}

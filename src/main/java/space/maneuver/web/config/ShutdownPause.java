package space.maneuver.web.config;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the service answering for a while after a shutdown signal, while readiness already fails,
 * so that load balancers can stop routing to it before it refuses connections.
 */
@Component
final class ShutdownPause implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ShutdownPause.class);

  private final Duration pause;
  private volatile boolean running;

  ShutdownPause(@Value("${maneuver.shutdown.pause}") Duration pause) {
    this.pause = pause;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    LOG.info("shutting down; refusing new connections in {} ms", pause.toMillis());
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The highest phase, which stops first: the phase of the web server is slightly lower. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}

package space.maneuver.web.config;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the service answering for a while after it has been told to stop and the readiness says so,
 * so that whoever spreads the load can send it elsewhere before connections are refused.
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
    LOG.info("told to stop; refusing connections in {} ms", pause.toMillis());
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

  /** The last to start, and so the first to stop: the web server is a little below. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}

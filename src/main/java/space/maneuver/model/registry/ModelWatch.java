package space.maneuver.model.registry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Polls the model directory for changes, on a separate thread. */
public final class ModelWatch implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread own = new Thread(task, "models");
            own.setDaemon(true);
            return own;
          });

  /**
   * Starts to poll.
   *
   * @param interval from the end of one check to the start of the next; 0: never
   */
  public ModelWatch(ModelRegistry models, Duration interval) {
    if (interval.toNanos() > 0) {
      thread.scheduleWithFixedDelay(
          models::refresh, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

package space.maneuver.model.registry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has the directory of bundles looked at again and again, on a thread of its own. */
public final class ModelWatch implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread own = new Thread(task, "models");
            own.setDaemon(true);
            return own;
          });

  /**
   * Begins to watch.
   *
   * @param interval from the end of a look to the next; not at all if zero
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

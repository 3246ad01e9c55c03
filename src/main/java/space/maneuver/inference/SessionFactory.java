package space.maneuver.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.model.registry.ModelRegistry;

/** Opens sessions on the models of a registry, until the service shuts down. */
public final class SessionFactory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SessionFactory.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ModelRegistry models;
  private final InferenceThreads threads;
  private final OpenSessions sessions = new OpenSessions();

  public SessionFactory(ModelRegistry models, InferenceThreads threads) {
    this.models = models;
    this.threads = threads;
  }

  /**
   * Opens a session on a model.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null for the default
   * @throws space.maneuver.model.registry.UnknownModelException if there is no such model
   * @throws ShuttingDownException if the service is shutting down
   */
  public ModelSession open(@Nullable String name) {
    sessions.enter();
    try {
      return new ModelSession(threads, models.lease(name), sessions::leave);
    } catch (RuntimeException e) {
      sessions.leave();
      throw e;
    }
  }

  /**
   * Returns the maximum number of windows that can be submitted together; {@link
   * ModelSession#predict} takes any number.
   */
  public int largestSubmission() {
    return Math.min(ModelSession.PIECE, threads.room());
  }

  /** Refuses new sessions and waits up to five seconds for open ones to close. */
  @Override
  public void close() {
    try {
      int left = sessions.close(GRACE);
      if (left > 0) {
        LOG.warn("shutting down with {} requests unanswered", left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts open sessions, so that the service can stop once there are none. */
  private static final class OpenSessions {

    private int count;
    private boolean closed;

    synchronized void enter() {
      if (closed) {
        throw new ShuttingDownException();
      }
      count++;
    }

    synchronized void leave() {
      count--;
      notifyAll();
    }

    /**
     * Refuses new sessions and waits for open ones to close.
     *
     * @return number of sessions still open
     */
    synchronized int close(Duration grace) throws InterruptedException {
      closed = true;
      long end = System.nanoTime() + grace.toNanos();
      while (count > 0 && end - System.nanoTime() > 0) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
      return count;
    }
  }
}

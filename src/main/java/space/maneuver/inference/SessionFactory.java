package space.maneuver.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.model.registry.ModelRegistry;

/** Opens sessions on the models of a registry, until the service stops. */
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
   * Begins to use a model.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null for the default
   * @throws space.maneuver.model.registry.UnknownModelException if there is none of that name
   * @throws ShuttingDownException if the service is about to stop
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

  /** Most windows that can be submitted together; {@link ModelSession#predict} takes any number. */
  public int largestSubmission() {
    return Math.min(ModelSession.PIECE, threads.room());
  }

  /** Refuses new sessions, and waits up to five seconds for those that are open. */
  @Override
  public void close() {
    try {
      int left = sessions.close(GRACE);
      if (left > 0) {
        LOG.warn("{} requests had no answer yet when the service stopped", left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts the open sessions, so that the service can stop when there is none. */
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
     * Refuses new sessions, and waits for those that are open.
     *
     * @return how many are still open
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

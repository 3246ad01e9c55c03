package space.maneuver.inference;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.torch.ManeuverModel;

/** All that the service does, by the name of a model ({@code NAME} or {@code NAME:VERSION}). */
public final class DetectionService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DetectionService.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ModelRegistry models;
  private final InferenceThreads threads;
  private final OpenSessions sessions = new OpenSessions();

  public DetectionService(ModelRegistry models, InferenceThreads threads) {
    this.models = models;
    this.threads = threads;
  }

  /**
   * The model of a name, to look at; {@link #open} is for its use.
   *
   * @param name null for the default
   * @throws space.maneuver.model.registry.UnknownModelException if there is none of that name
   */
  public ManeuverModel model(@Nullable String name) {
    return name == null ? models.defaultModel() : models.get(name);
  }

  /**
   * Begins to use a model.
   *
   * @param name null for the default
   * @throws space.maneuver.model.registry.UnknownModelException if there is none of that name
   * @throws ShuttingDownException if the service is about to stop
   */
  public ModelSession open(@Nullable String name, CallTerms terms) {
    sessions.enter();
    try {
      ModelLease lease = models.lease(name);
      ServedWindows runner = new ServedWindows(threads, lease, terms);
      return new ModelSession(lease, runner, sessions::leave);
    } catch (RuntimeException e) {
      sessions.leave();
      throw e;
    }
  }

  /** Most windows that can be submitted together; {@link ModelSession#predict} takes any number. */
  public int largestSubmission() {
    return Math.min(ServedWindows.PIECE, threads.room());
  }

  public List<ManeuverModel> models() {
    return models.list();
  }

  /** Opens no session any more, and waits a little for those that are open. */
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

  /** Counts the sessions that are open, so that the service can stop when there is none. */
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
     * Lets none be opened any more, and waits for those that are.
     *
     * @return how many are left
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

package space.maneuver.web.catalogue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.KeptManeuvers;
import space.maneuver.catalogue.StoreUnavailableException;

/**
 * Tells requests that wait for changes when there are some. They hold no thread: one thread looks
 * for the number of the newest change, which may come from another replica, while anyone waits.
 */
@Component
final class ChangeWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final KeptCatalogue kept;
  private final int mostStreams;
  private final AtomicInteger streams = new AtomicInteger();
  private final Set<Waiting> all = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService thread;
  private volatile boolean ending;

  ChangeWatch(KeptCatalogue kept, CatalogueProperties settings) {
    this.kept = kept;
    mostStreams = settings.streams();
  }

  /** A request that waits for changes. */
  interface Waiting {

    /**
     * Looks for changes.
     *
     * @param newest number of the newest change
     * @return whether the request goes on waiting
     * @throws StoreUnavailableException if the database does not answer
     */
    boolean look(KeptManeuvers maneuvers, long newest);

    /**
     * Called instead of {@link #look} while the database does not answer.
     *
     * @return whether the request goes on waiting
     */
    boolean miss(RuntimeException reason);

    /** Ends the request, because the service stops. */
    void end();
  }

  /** Lets a request wait. */
  void add(Waiting waiting) {
    all.add(waiting);
    if (ending && all.remove(waiting)) {
      waiting.end();
    }
  }

  /** Takes the place of a stream; false if there is none left. */
  boolean enter() {
    if (streams.incrementAndGet() <= mostStreams) {
      return true;
    }
    streams.decrementAndGet();
    return false;
  }

  /** Gives the place of a stream back. */
  void leave() {
    streams.decrementAndGet();
  }

  int mostStreams() {
    return mostStreams;
  }

  private void look() {
    if (all.isEmpty()) {
      return;
    }
    try {
      KeptManeuvers maneuvers = kept.get().maneuvers();
      long newest = maneuvers.newestChange();
      for (Waiting each : all) {
        keep(each, look(each, maneuvers, newest));
      }
    } catch (RuntimeException e) {
      if (!(e instanceof StoreUnavailableException)) {
        LOG.warn("changes cannot be read", e);
      }
      all.forEach(each -> keep(each, each.miss(e)));
    }
  }

  /** A fault of one request leaves the others waiting. */
  private static boolean look(Waiting waiting, KeptManeuvers maneuvers, long newest) {
    try {
      return waiting.look(maneuvers, newest);
    } catch (RuntimeException e) {
      return waiting.miss(e);
    }
  }

  private void keep(Waiting waiting, boolean waits) {
    if (!waits) {
      all.remove(waiting);
    }
  }

  @Override
  public synchronized void start() {
    ending = false;
    if (kept.find().isPresent()) {
      ScheduledExecutorService next =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread created = new Thread(work, "changes");
                created.setDaemon(true);
                return created;
              });
      next.scheduleWithFixedDelay(
          this::look, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
      thread = next;
    }
  }

  /** Stops before the web server, which would wait for the requests. */
  @Override
  public synchronized void stop() {
    ending = true;
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
    for (Waiting each : all) {
      if (all.remove(each)) {
        each.end();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}

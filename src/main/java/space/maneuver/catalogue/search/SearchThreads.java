package space.maneuver.catalogue.search;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.DueObject;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.search.SearchRound.Result;
import space.maneuver.detection.Detector;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.SessionFactory;
import space.maneuver.inference.ShuttingDownException;

/**
 * Threads that search what is due with the default model, as background work: the windows of
 * questions are run first. Objects with new element sets come first; those whose last search was
 * with an older model follow slowly when nothing else is due.
 */
public final class SearchThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchThreads.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration POLL_OLDER = Duration.ofSeconds(15);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(10);

  /** Pause after searches with a new model, in units of their duration: a tenth of a thread. */
  private static final int PAUSE = 9;

  private final SearchRound round;
  private final SessionFactory sessions;
  private final SolarFlux solarFlux;
  private final Consumer<Result> done;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * Starts the threads.
   *
   * @param solarFlux F10.7 by day, used if the model was trained with it
   * @param count number of threads, at least 1
   * @param research how far back maneuvers are searched again with a new model
   * @param done receives what each round did, on any of the threads
   */
  public SearchThreads(
      Catalogue catalogue,
      SessionFactory sessions,
      SolarFlux solarFlux,
      int count,
      Duration research,
      Consumer<Result> done) {
    this.done = done;
    this.sessions = sessions;
    this.solarFlux = solarFlux;
    round = new SearchRound(catalogue, research, Clock.systemUTC());
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(i == 0 ? this::searchOlderToo : this::search, "search-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  private void search() {
    boolean complained = false;
    while (!stopped()) {
      try {
        if (searchDue() == 0) {
          pause(POLL);
        }
        complained = false;
      } catch (ShuttingDownException e) {
        return;
      } catch (RuntimeException e) {
        complained = complain(e, complained);
        pause(RETRY);
      }
    }
  }

  private void searchOlderToo() {
    boolean complained = false;
    long nextOlder = System.nanoTime();
    while (!stopped()) {
      try {
        if (searchDue() == 0) {
          if (System.nanoTime() - nextOlder >= 0) {
            long before = System.nanoTime();
            boolean found = searchOlder() > 0;
            long took = System.nanoTime() - before;
            nextOlder = before + took + (found ? PAUSE * took : POLL_OLDER.toNanos());
          }
          pause(POLL);
        }
        complained = false;
      } catch (ShuttingDownException e) {
        return;
      } catch (RuntimeException e) {
        complained = complain(e, complained);
        pause(RETRY);
      }
    }
  }

  /** While the database is away, health says so, and the log once. */
  private boolean complain(RuntimeException e, boolean complained) {
    if (!(e instanceof StoreUnavailableException)) {
      LOG.warn("a search failed and will be repeated", e);
    } else if (!complained) {
      LOG.warn("the search waits for the store: {}", e.getMessage());
    }
    return true;
  }

  private int searchDue() {
    List<DueObject> due = round.claim();
    return due.isEmpty() ? 0 : search(due);
  }

  private int search(List<DueObject> claimed) {
    try (ModelSession session = sessions.open(null)) {
      return search(claimed, session);
    } catch (ShuttingDownException e) {
      round.release(claimed);
      throw e;
    }
  }

  private int search(List<DueObject> claimed, ModelSession session) {
    Result result = round.search(claimed, detector(session), this::stopped);
    done.accept(result);
    return result.objects();
  }

  private int searchOlder() {
    try (ModelSession session = sessions.open(null)) {
      List<DueObject> older = round.claimOlder(session.bundle());
      return older.isEmpty() ? 0 : search(older, session);
    }
  }

  private Detector detector(ModelSession session) {
    return new Detector(session.bundle(), session.background(), solarFlux);
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      if (stop.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the search stops");
      }
    } catch (InterruptedException e) {
      stop.countDown();
    }
  }

  /** Stops after the object that is being searched; results so far are stored. */
  @Override
  public void close() {
    stop.countDown();
    long end = System.nanoTime() + STOP.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package space.maneuver.web.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreUnavailableException;

/** Drops old element sets and changes once an hour, if the settings say that they are dropped. */
@Component
final class CatalogueRetention implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueRetention.class);
  private static final long FIRST_MINUTES = 1;
  private static final long PERIOD_MINUTES = 60;

  private final KeptCatalogue kept;
  private final CatalogueProperties settings;
  private @Nullable ScheduledExecutorService thread;

  CatalogueRetention(KeptCatalogue kept, CatalogueProperties settings) {
    this.kept = kept;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    Catalogue catalogue = kept.find().orElse(null);
    if (catalogue == null
        || settings.keepElementSetsDays() == 0 && settings.keepChangesDays() == 0) {
      return;
    }
    ScheduledExecutorService next =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "catalogue-retention");
              made.setDaemon(true);
              return made;
            });
    next.scheduleWithFixedDelay(
        () -> drop(catalogue), FIRST_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
    thread = next;
  }

  private void drop(Catalogue catalogue) {
    try {
      if (settings.keepChangesDays() > 0) {
        Instant before = Instant.now().minus(Duration.ofDays(settings.keepChangesDays()));
        int changes = catalogue.maneuvers().dropChanges(before);
        LOG.info("dropped {} changes from before {}", changes, before);
      }
      if (settings.keepElementSetsDays() > 0) {
        Duration days = Duration.ofDays(settings.keepElementSetsDays());
        int objects = 0;
        for (int some = catalogue.dropElementSets(days);
            some > 0 && isRunning();
            some = catalogue.dropElementSets(days)) {
          objects += some;
        }
        LOG.info("dropped old element sets of {} objects", objects);
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("old element sets and changes are dropped later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("old element sets and changes could not be dropped", e);
    }
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}

package space.maneuver.web.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.search.SearchThreads;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.SessionFactory;

/** Searches the catalogue while the service runs. */
@Component
@EnableConfigurationProperties(CatalogueProperties.class)
final class CatalogueSearch implements SmartLifecycle {

  private final KeptCatalogue kept;
  private final SessionFactory sessions;
  private final SolarFlux solarFlux;
  private final CatalogueProperties settings;
  private final StoreMeters meters;
  private @Nullable SearchThreads threads;

  CatalogueSearch(
      KeptCatalogue kept,
      SessionFactory sessions,
      SolarFlux solarFlux,
      CatalogueProperties settings,
      StoreMeters meters) {
    this.kept = kept;
    this.sessions = sessions;
    this.solarFlux = solarFlux;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    threads =
        kept.find()
            .map(
                catalogue ->
                    new SearchThreads(
                        catalogue,
                        sessions,
                        solarFlux,
                        settings.threads(),
                        Duration.ofDays(settings.researchDays()),
                        meters::searched))
            .orElse(null);
  }

  @Override
  public synchronized void stop() {
    if (threads != null) {
      threads.close();
      threads = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }
}

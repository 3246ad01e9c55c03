package space.maneuver.catalogue;

import java.time.Duration;
import java.time.Instant;

/** Opens catalogues for tests. */
public final class CatalogueWait {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private CatalogueWait() {}

  /** A catalogue whose database answers. */
  public static Catalogue open(StoreSettings settings) throws InterruptedException {
    Catalogue catalogue = Catalogue.open(settings);
    Instant end = Instant.now().plus(LONGEST);
    while (true) {
      try {
        catalogue.check();
        return catalogue;
      } catch (StoreUnavailableException e) {
        if (Instant.now().isAfter(end)) {
          catalogue.close();
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }
}

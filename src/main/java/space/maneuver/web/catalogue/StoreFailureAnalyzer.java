package space.maneuver.web.catalogue;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import space.maneuver.catalogue.UnusableStoreException;

/** Reports in one sentence why the store cannot be used. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<UnusableStoreException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnusableStoreException cause) {
    return new FailureAnalysis(
        "The catalogue cannot be kept: " + cause.getMessage(),
        "Set MANEUVER_STORE_DIRECTORY (maneuver.store.directory) to a directory of this service's"
            + " own, MANEUVER_STORE_URL (maneuver.store.url) to a PostgreSQL database, or the"
            + " latter to none.",
        cause);
  }
}

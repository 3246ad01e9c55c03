package space.maneuver.web.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** The catalogue that the service keeps, if it keeps one. */
@Component
@EnableConfigurationProperties(StoreProperties.class)
public final class KeptCatalogue implements AutoCloseable {

  private final @Nullable Catalogue catalogue;

  KeptCatalogue(StoreProperties settings) {
    catalogue = settings.isOn() ? Catalogue.open(settings.settings()) : null;
  }

  /**
   * The catalogue.
   *
   * @throws ProblemException if the service keeps none
   */
  public Catalogue get() {
    if (catalogue == null) {
      throw new ProblemException(
          Problem.NO_STORE, "The service runs with MANEUVER_STORE_URL=none.");
    }
    return catalogue;
  }

  /** The catalogue; empty if the service keeps none. */
  public Optional<Catalogue> find() {
    return Optional.ofNullable(catalogue);
  }

  @Override
  public void close() {
    if (catalogue != null) {
      catalogue.close();
    }
  }
}

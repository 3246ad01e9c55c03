package space.maneuver.web.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.CatalogueObject;
import space.maneuver.web.problem.Fault;
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

  /**
   * An object of the catalogue.
   *
   * @param noradId catalogue number, as in a path
   * @throws ProblemException if there is none, or if the service keeps no catalogue
   */
  CatalogueObject object(String noradId) {
    Optional<CatalogueObject> found =
        noradId.matches("[0-9]{1,9}") ? get().object(Integer.parseInt(noradId)) : Optional.empty();
    return found.orElseThrow(() -> unknown(noradId));
  }

  static ProblemException unknown(String noradId) {
    return new ProblemException(
        Problem.UNKNOWN_OBJECT,
        "The catalogue has no object " + noradId + ".",
        new Fault(null, "noradId", noradId, "path", "not in the catalogue"));
  }

  @Override
  public void close() {
    if (catalogue != null) {
      catalogue.close();
    }
  }
}

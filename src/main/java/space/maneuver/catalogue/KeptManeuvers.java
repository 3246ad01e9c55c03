package space.maneuver.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.catalogue.maneuvers.ChangeQuery.ChangesGoneException;
import space.maneuver.catalogue.maneuvers.ChangeQuery.UnknownSequenceException;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverRevision;

/**
 * The maneuvers of the catalogue and the feed of their changes. Safe for many threads; its methods
 * throw a {@link StoreUnavailableException} if the database does not answer.
 */
public final class KeptManeuvers {

  private final Database database;

  KeptManeuvers(Database database) {
    this.database = database;
  }

  /** A maneuver; null if there is none with this id. */
  public @Nullable ListedManeuver find(long id) {
    return database.read(jdbc -> Optional.ofNullable(ManeuverStorage.find(jdbc, id))).orElse(null);
  }

  /** The revisions of a maneuver in their order; none if there is no maneuver with this id. */
  public List<ManeuverRevision> revisions(long id) {
    return database.read(jdbc -> ManeuverStorage.revisions(jdbc, id));
  }

  /** A page of a list. */
  public ManeuverQuery.Page list(ManeuverQuery query) {
    return database.read(jdbc -> ManeuverStorage.list(jdbc, query));
  }

  /**
   * The changes after a number that a query wants.
   *
   * @throws ChangesGoneException if they are no longer kept
   * @throws UnknownSequenceException if there is no change with this number yet
   */
  public ChangeQuery.Page changes(ChangeQuery query) {
    return database.read(jdbc -> ChangeStorage.read(jdbc, query));
  }

  /** Number of the newest change; 0 if there is none. */
  public long newestChange() {
    return database.read(ChangeStorage::newest);
  }

  /**
   * Drops the changes before a time; their maneuvers and revisions stay.
   *
   * @return number of dropped changes
   */
  public int dropChanges(Instant before) {
    return database.write(jdbc -> ChangeStorage.drop(jdbc, before));
  }
}

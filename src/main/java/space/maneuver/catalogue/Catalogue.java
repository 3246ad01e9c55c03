package space.maneuver.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.catalogue.ObjectQuery.Position;
import space.maneuver.orbit.format.PublishedElementSet;

/** A catalogue that is kept in a database. Safe for many threads. */
public final class Catalogue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

  private final Database database;
  private final Clock clock;
  private final ElementSetStorage elementSets;
  private final ObjectList objects;
  private final DueObjects dueObjects;
  private final KeptManeuvers maneuvers;
  private final KeptReviews reviews;
  private final KeptWatchLists watchLists;

  /**
   * Opens a catalogue. PostgreSQL need not answer yet: until it does, everything else throws a
   * {@link StoreUnavailableException}.
   *
   * @throws UnusableStoreException if the directory of an embedded database cannot be written or is
   *     in use by another process, or if the settings can never work; the message is a sentence for
   *     the user
   */
  public static Catalogue open(StoreSettings settings) {
    Catalogue catalogue = new Catalogue(Database.open(settings), Clock.systemUTC());
    if (settings.url() == null) {
      try {
        catalogue.dueObjects.releaseAll();
      } catch (StoreUnavailableException e) {
        LOG.debug("claims of the process before this one end by themselves", e);
      }
    }
    return catalogue;
  }

  private Catalogue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    elementSets = new ElementSetStorage(database, new ObjectStorage(database.dialect(), clock));
    objects = new ObjectList(database);
    dueObjects = new DueObjects(database, elementSets);
    maneuvers = new KeptManeuvers(database);
    reviews = new KeptReviews(database);
    watchLists = new KeptWatchLists(database);
  }

  /**
   * What became of the element sets of a batch.
   *
   * @param accepted number of element sets that were new
   * @param duplicates number of those that were known
   * @param objects catalogue numbers of all objects of the batch
   */
  public record StoredBatch(int accepted, int duplicates, Set<Integer> objects) {}

  Database database() {
    return database;
  }

  /**
   * Stores element sets, all or none; they are durable when this returns. Storing them again is
   * safe and changes nothing.
   *
   * @param source what brought them, at most 40 characters
   * @throws StoreUnavailableException if the database does not answer or has no room
   */
  public StoredBatch store(List<PublishedElementSet> batch, String source) {
    return elementSets.store(batch, source);
  }

  /**
   * The element sets of an object that count, one of each epoch, in order of epoch.
   *
   * @param from earliest epoch
   * @param to first epoch that is not included
   * @param limit greatest number of element sets; the first ones are returned
   * @throws StoreUnavailableException if the database does not answer
   */
  public List<KeptElementSet> elementSets(int noradId, Instant from, Instant to, int limit) {
    return elementSets.range(noradId, Micros.of(from), Micros.of(to), limit);
  }

  /**
   * The newest element sets of an object before an epoch, in order of epoch.
   *
   * @param before null: the newest of all
   * @throws StoreUnavailableException if the database does not answer
   */
  public List<KeptElementSet> newest(int noradId, @Nullable Instant before, int count) {
    return elementSets.newest(noradId, before == null ? Long.MAX_VALUE : Micros.of(before), count);
  }

  /**
   * Drops element sets that are older than their object's newest one by more than a time, of some
   * objects; their maneuvers stay. An object that is due keeps its element sets until it is
   * searched.
   *
   * @return number of these objects; 0 if no element set is left to drop
   * @throws StoreUnavailableException if the database does not answer
   */
  public int dropElementSets(Duration kept) {
    return elementSets.drop(TimeUnit.MILLISECONDS.toMicros(kept.toMillis()));
  }

  /** The objects that are to be searched. */
  public DueObjects dueObjects() {
    return dueObjects;
  }

  /** The maneuvers and the feed of their changes. */
  public KeptManeuvers maneuvers() {
    return maneuvers;
  }

  /** What analysts judged. */
  public KeptReviews reviews() {
    return reviews;
  }

  /** The lists of objects to watch. */
  public KeptWatchLists watchLists() {
    return watchLists;
  }

  /**
   * An object.
   *
   * @throws StoreUnavailableException if the database does not answer
   */
  public Optional<CatalogueObject> object(int noradId) {
    return objects.get(noradId);
  }

  /**
   * A page of a list of objects. An object that does not change while the pages are read is on
   * exactly one of them.
   *
   * @param after where the page before ended; null: the first page
   * @param limit greatest number of objects
   * @throws StoreUnavailableException if the database does not answer
   */
  public ObjectQuery.Page objects(ObjectQuery query, @Nullable Position after, int limit) {
    return objects.page(query, after, limit);
  }

  /**
   * Removes an object, its element sets, its maneuvers and its reviews.
   *
   * @return false if there is no such object
   * @throws StoreUnavailableException if the database does not answer
   */
  public boolean delete(int noradId) {
    return database.write(
        jdbc -> {
          boolean known = jdbc.update("delete from object where norad_id = ?", noradId) > 0;
          jdbc.update("delete from element_set where norad_id = ?", noradId);
          jdbc.update("delete from superseded_element_set where norad_id = ?", noradId);
          ManeuverStorage.delete(jdbc, noradId);
          if (known) {
            ChangeStorage.tellDeletion(jdbc, noradId, clock.instant());
          }
          return known;
        });
  }

  /**
   * Checks that the database answers.
   *
   * @throws StoreUnavailableException with the reason if it does not
   */
  public void check() {
    database.probe();
  }

  /** Whether the database answered when it was last used. */
  public boolean isUp() {
    return database.isUp();
  }

  /** The kind of database: "embedded" or "postgresql". */
  public String kind() {
    return database.dialect() == Dialect.SQLITE ? "embedded" : "postgresql";
  }

  /** Number of connections to the database that are in use. */
  public int activeConnections() {
    return database.activeConnections();
  }

  @Override
  public void close() {
    database.close();
  }
}

package space.maneuver.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.PublishedElementSet;

/** A catalogue that is kept in a database. Safe for many threads. */
public final class Catalogue implements AutoCloseable {

  private final Database database;
  private final ElementSetStorage elementSets;
  private final DueObjects dueObjects;
  private final KeptManeuvers maneuvers;

  /**
   * Opens a catalogue. PostgreSQL need not answer yet: until it does, everything else throws a
   * {@link StoreUnavailableException}.
   *
   * @throws UnusableStoreException if the directory of an embedded database cannot be written or is
   *     in use by another process, or if the settings can never work; the message is a sentence for
   *     the user
   */
  public static Catalogue open(StoreSettings settings) {
    return new Catalogue(Database.open(settings), Clock.systemUTC());
  }

  private Catalogue(Database database, Clock clock) {
    this.database = database;
    elementSets = new ElementSetStorage(database, new ObjectStorage(database.dialect(), clock));
    dueObjects = new DueObjects(database, elementSets);
    maneuvers = new KeptManeuvers(database);
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

  /** The objects that are to be searched. */
  public DueObjects dueObjects() {
    return dueObjects;
  }

  /** The maneuvers and the feed of their changes. */
  public KeptManeuvers maneuvers() {
    return maneuvers;
  }

  /**
   * Checks that the database answers.
   *
   * @throws StoreUnavailableException with the reason if it does not
   */
  public void check() {
    database.probe();
  }

  @Override
  public void close() {
    database.close();
  }
}

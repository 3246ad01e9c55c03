package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import space.maneuver.catalogue.Catalogue.StoredBatch;
import space.maneuver.catalogue.ObjectStorage.Summary;
import space.maneuver.orbit.format.PublishedElementSet;

/**
 * Element sets in the database: one of each epoch counts, others of it are kept apart so that they
 * are recognized when they come again. Of several with one epoch, the one with the latest creation
 * date counts (one without comes after those that have one), then the one with the highest element
 * number, then the one that first arrived last.
 */
final class ElementSetStorage {

  /** Rows asked for in one statement; SQLite allows 32,766 parameters. */
  private static final int MOST_ASKED = 1_000;

  /** Objects whose element sets are dropped in one transaction. */
  private static final int OBJECTS_DROPPED = 20;

  private static final RowMapper<KeptElementSet> ROW = ElementSetStorage::row;

  private static final Comparator<KeptElementSet> COUNTS =
      Comparator.<KeptElementSet, Instant>comparing(
              kept -> kept.published().creationDate(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(kept -> kept.published().elementNumber());

  private final Database database;
  private final ObjectStorage objects;

  ElementSetStorage(Database database, ObjectStorage objects) {
    this.database = database;
    this.objects = objects;
  }

  /**
   * Stores element sets in one transaction.
   *
   * @throws StoreUnavailableException if the database does not answer
   */
  StoredBatch store(List<PublishedElementSet> batch, String source) {
    return database.write(jdbc -> new Storing(jdbc, objects, source).store(batch));
  }

  /** The element sets of an object from an epoch to before another, in order, at most so many. */
  List<KeptElementSet> range(int noradId, long from, long to, int limit) {
    return database.read(
        jdbc ->
            jdbc.query(
                "select norad_id, epoch, published from element_set"
                    + " where norad_id = ? and epoch >= ? and epoch < ? order by epoch limit ?",
                ROW,
                noradId,
                from,
                to,
                limit));
  }

  /** The last element sets of an object before an epoch, in order of epoch, at most so many. */
  List<KeptElementSet> newest(int noradId, long before, int count) {
    List<KeptElementSet> descending =
        database.read(
            jdbc ->
                jdbc.query(
                    "select norad_id, epoch, published from element_set"
                        + " where norad_id = ? and epoch < ? order by epoch desc limit ?",
                    ROW,
                    noradId,
                    before,
                    count));
    List<KeptElementSet> ascending = new ArrayList<>(descending);
    Collections.reverse(ascending);
    return ascending;
  }

  /**
   * The last element sets of UTC days before an epoch, in order of epoch, at most so many.
   *
   * @param before start of a UTC day
   */
  List<KeptElementSet> newestOfDays(int noradId, long before, int count) {
    List<KeptElementSet> descending =
        database.read(
            jdbc ->
                jdbc.query(
                    "select e.norad_id, e.epoch, e.published from element_set e"
                        + " where e.norad_id = ? and e.epoch < ? and not exists"
                        + " (select 1 from element_set l where l.norad_id = e.norad_id"
                        + " and l.epoch > e.epoch and l.epoch < (e.epoch / ? + 1) * ?)"
                        + " order by e.epoch desc limit ?",
                    ROW,
                    noradId,
                    before,
                    Micros.PER_DAY,
                    Micros.PER_DAY,
                    count));
    List<KeptElementSet> ascending = new ArrayList<>(descending);
    Collections.reverse(ascending);
    return ascending;
  }

  /** Number of element sets of an object from an epoch on. */
  int count(int noradId, long from) {
    return database.read(
        jdbc ->
            Objects.requireNonNull(
                jdbc.queryForObject(
                    "select count(*) from element_set where norad_id = ? and epoch >= ?",
                    Integer.class,
                    noradId,
                    from)));
  }

  /**
   * Drops element sets that are older than their object's newest one by more than a time, of some
   * objects that are not due.
   *
   * @param kept microseconds
   * @return number of these objects; 0 if no element set is left to drop
   */
  int drop(long kept) {
    return database.write(
        jdbc -> {
          List<Integer> objects =
              jdbc.queryForList(
                  "select norad_id from object where first_epoch < last_epoch - ?"
                      + " and due_since is null order by norad_id limit "
                      + OBJECTS_DROPPED
                      + database.dialect().forUpdateSkipLocked(),
                  Integer.class,
                  kept);
          for (int noradId : objects) {
            for (String table : List.of("element_set", "superseded_element_set")) {
              jdbc.update(
                  "delete from "
                      + table
                      + " where norad_id = ? and epoch <"
                      + " (select last_epoch - ? from object where norad_id = ?)",
                  noradId,
                  kept,
                  noradId);
            }
            jdbc.update(
                "update object set"
                    + " element_sets = (select count(*) from element_set where norad_id = ?),"
                    + " first_epoch = (select min(epoch) from element_set where norad_id = ?)"
                    + " where norad_id = ?",
                noradId,
                noradId,
                noradId);
          }
          return objects.size();
        });
  }

  private static KeptElementSet row(ResultSet row, int number) throws SQLException {
    return ElementSetBytes.decode(row.getInt(1), row.getLong(2), row.getBytes(3));
  }

  /** One transaction. */
  private static final class Storing {

    private final JdbcTemplate jdbc;
    private final ObjectStorage objects;
    private final String source;
    private final Map<Key, KeptElementSet> counting = new HashMap<>();
    private final Map<Key, List<KeptElementSet>> superseded = new HashMap<>();
    private final Map<Key, KeptElementSet> inserted = new HashMap<>();
    private final Map<Key, KeptElementSet> replaced = new HashMap<>();
    private final List<KeptElementSet> alsoKept = new ArrayList<>();
    private final NavigableMap<Integer, ObjectChange> changes = new TreeMap<>();

    Storing(JdbcTemplate jdbc, ObjectStorage objects, String source) {
      this.jdbc = jdbc;
      this.objects = objects;
      this.source = source;
    }

    StoredBatch store(List<PublishedElementSet> batch) {
      batch.forEach(each -> changes.computeIfAbsent(each.noradId(), ObjectChange::new));
      Map<Integer, Summary> summaries = objects.lock(jdbc, changes.navigableKeySet());
      readKnown(batch);
      int accepted = 0;
      for (PublishedElementSet each : batch) {
        if (take(new KeptElementSet(each, source))) {
          accepted++;
        }
      }
      writeAll();
      objects.update(jdbc, summaries, changes.values());
      return new StoredBatch(accepted, batch.size() - accepted, changes.keySet());
    }

    /** Reads what is known of the epochs of a batch. */
    private void readKnown(List<PublishedElementSet> batch) {
      List<Key> keys = batch.stream().map(Key::of).distinct().toList();
      read("element_set", keys, kept -> counting.put(Key.of(kept.published()), kept));
      read(
          "superseded_element_set",
          List.copyOf(counting.keySet()),
          kept ->
              superseded
                  .computeIfAbsent(Key.of(kept.published()), key -> new ArrayList<>())
                  .add(kept));
    }

    private void read(String table, List<Key> keys, Consumer<KeptElementSet> next) {
      for (int from = 0; from < keys.size(); from += MOST_ASKED) {
        List<Key> some = keys.subList(from, Math.min(keys.size(), from + MOST_ASKED));
        String values = String.join(",", Collections.nCopies(some.size(), "(?,?)"));
        Object[] parameters =
            some.stream().flatMap(key -> Stream.of(key.noradId, key.epoch)).toArray();
        jdbc.query(
            "with asked (norad_id, epoch) as (values "
                + values
                + ") select e.norad_id, e.epoch, e.published from asked a join "
                + table
                + " e on e.norad_id = a.norad_id and e.epoch = a.epoch",
            (RowCallbackHandler) row -> next.accept(row(row, 0)),
            parameters);
      }
    }

    /** Decides on an element set; false for a duplicate. */
    private boolean take(KeptElementSet next) {
      Key key = Key.of(next.published());
      KeptElementSet known = counting.get(key);
      ObjectChange change = Objects.requireNonNull(changes.get(key.noradId));
      if (known == null) {
        counting.put(key, next);
        inserted.put(key, next);
        change.added(next.published());
        return true;
      }
      if (isSame(known, next)
          || superseded.getOrDefault(key, List.of()).stream().anyMatch(o -> isSame(o, next))) {
        return false;
      }
      boolean counts = COUNTS.compare(next, known) >= 0;
      KeptElementSet other = counts ? known : next;
      superseded.computeIfAbsent(key, k -> new ArrayList<>()).add(other);
      alsoKept.add(other);
      if (counts) {
        counting.put(key, next);
        if (inserted.replace(key, next) == null) {
          replaced.put(key, next);
        }
        change.replaced(next.published());
      }
      return true;
    }

    private void writeAll() {
      write(
          "insert into element_set (published, norad_id, epoch) values (?, ?, ?)",
          inserted.values());
      write(
          "update element_set set published = ? where norad_id = ? and epoch = ?",
          replaced.values());
      write(
          "insert into superseded_element_set (published, norad_id, epoch) values (?, ?, ?)",
          alsoKept);
    }

    private void write(String sql, Collection<KeptElementSet> rows) {
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(
            sql,
            rows,
            rows.size(),
            (statement, kept) -> {
              statement.setBytes(1, ElementSetBytes.encode(kept));
              statement.setInt(2, kept.published().noradId());
              statement.setLong(3, Micros.of(kept.published().epoch()));
            });
      }
    }

    private static boolean isSame(KeptElementSet one, KeptElementSet other) {
      return one.published().elements().isSameAs(other.published().elements());
    }
  }

  /**
   * What element sets are told apart by, besides their elements.
   *
   * @param epoch microseconds since 1970
   */
  private record Key(int noradId, long epoch) {

    static Key of(PublishedElementSet published) {
      return new Key(published.noradId(), Micros.of(published.epoch()));
    }
  }
}

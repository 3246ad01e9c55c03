package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.catalogue.ManeuverStorage.Conditions;
import space.maneuver.catalogue.ManeuverStorage.Written;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.catalogue.maneuvers.ChangeQuery.ChangesGoneException;
import space.maneuver.catalogue.maneuvers.ChangeQuery.Page;
import space.maneuver.catalogue.maneuvers.ChangeQuery.UnknownSequenceException;

/**
 * The feed of changes. Its numbers come from one row of the database, which a transaction that
 * tells something keeps locked from its first number to its end: whoever has read up to a number
 * never finds a lower one later, and a transaction that fails leaves no gap.
 */
final class ChangeStorage {

  /** Numbers that one query goes through, however few of them it wants. */
  private static final int MOST_SEARCHED = 20_000;

  /** The kind of what has none. */
  private static final String ANY = "";

  private ChangeStorage() {}

  /**
   * Numbers that belong to a transaction.
   *
   * @param seq the first number of a change
   * @param maneuverId the first id of a maneuver
   */
  record Numbers(long seq, long maneuverId) {}

  /** Takes numbers, and makes other transactions that tell something wait for this one. */
  static Numbers take(JdbcTemplate jdbc, int changes, int maneuvers) {
    jdbc.update(
        "update feed set last_seq = last_seq + ?, last_maneuver_id = last_maneuver_id + ?"
            + " where id = 1",
        changes,
        maneuvers);
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select last_seq, last_maneuver_id from feed where id = 1",
            (row, number) ->
                new Numbers(row.getLong(1) - changes + 1, row.getLong(2) - maneuvers + 1)));
  }

  /**
   * Writes what is told of maneuvers.
   *
   * @param told each with something to tell
   * @param seq number of the first of them
   */
  static void write(JdbcTemplate jdbc, List<Written> told, long seq) {
    List<Object[]> rows = new ArrayList<>();
    long next = seq;
    for (Written each : told) {
      rows.add(
          new Object[] {
            next++,
            Objects.requireNonNull(each.told()).name(),
            Micros.of(each.maneuver().updatedAt()),
            each.reason().name(),
            each.maneuver().noradId(),
            each.maneuver().id(),
            each.maneuver().revision(),
            each.maneuver().figures().kind().name(),
            each.maneuver().figures().confidence(),
            each.maneuver().backfill() ? 1 : 0
          });
    }
    jdbc.batchUpdate(
        "insert into change (seq, type, at, reason, norad_id, maneuver_id, revision, kind,"
            + " confidence, backfill) values (?,?,?,?,?,?,?,?,?,?)",
        rows);
  }

  /** Replaces what was told of an object by its deletion. */
  static void tellDeletion(JdbcTemplate jdbc, int noradId, Instant at) {
    long seq = take(jdbc, 1, 0).seq();
    jdbc.update("delete from change where norad_id = ?", noradId);
    jdbc.update(
        "insert into change (seq, type, at, reason, norad_id, backfill) values (?,?,?,?,?,0)",
        seq,
        Type.OBJECT_DELETED.name(),
        Micros.of(at),
        Reason.ELEMENTS.name(),
        noradId);
  }

  /** Drops changes that are older than a time. */
  static int drop(JdbcTemplate jdbc, Instant before) {
    // The newest change to drop; those before it are older, but for the clocks of other replicas.
    Long through =
        jdbc.queryForObject(
            "select max(seq) from change where at < ?", Long.class, Micros.of(before));
    if (through == null) {
      return 0;
    }
    jdbc.update(
        "update feed set dropped_through = ? where id = 1 and dropped_through < ?",
        through,
        through);
    return jdbc.update("delete from change where seq <= ?", through);
  }

  /** Number of the newest change; 0 if there is none. */
  static long newest(JdbcTemplate jdbc) {
    return state(jdbc).newest();
  }

  /** The changes after a number that a query wants. */
  static Page read(JdbcTemplate jdbc, ChangeQuery query) {
    State state = state(jdbc);
    // All that is kept.
    long after = query.after() == 0 ? state.dropped() : query.after();
    if (after < state.dropped()) {
      throw new ChangesGoneException(after, state.dropped());
    }
    if (after > state.newest()) {
      throw new UnknownSequenceException(after, state.newest());
    }
    long through = Math.min(state.newest(), after + MOST_SEARCHED);
    Conditions conditions = new Conditions();
    conditions.add("c.seq > ?", after);
    conditions.add("c.seq <= ?", through);
    conditions.anyOf("c.norad_id", query.noradIds());
    KeptWatchLists.restrict(conditions, jdbc, "c.norad_id", query.watchlist());
    conditions.anyOf("c.type", ManeuverStorage.names(query.types()));
    // A deleted object has neither kind nor confidence.
    restrictKinds(conditions, kinds(query));
    conditions.add("coalesce(c.confidence, 1) >= ?", query.minConfidence());
    conditions.add("c.backfill <= ?", query.backfill() ? 1 : 0);
    List<Change> found =
        jdbc.query(
            "select c.seq, c.type, c.at, c.reason, c.norad_id as object, c.maneuver_id, "
                + ManeuverStorage.SELECT_REVISION
                + " from change c"
                + ManeuverStorage.JOIN_REVISION
                + conditions.where()
                + " order by c.seq limit "
                + query.limit(),
            (row, number) -> change(row),
            conditions.parameters());
    return new Page(
        found, found.size() < query.limit() ? through : found.get(found.size() - 1).seq());
  }

  /** Whoever was told of a maneuver of one kind is also told that it is of another. */
  private static void restrictKinds(Conditions conditions, List<String> kinds) {
    String places = String.join(",", Collections.nCopies(kinds.size(), "?"));
    List<String> both = new ArrayList<>(kinds);
    both.addAll(kinds);
    conditions.add(
        "(coalesce(c.kind, '"
            + ANY
            + "') in ("
            + places
            + ") or exists (select 1 from change p where p.maneuver_id = c.maneuver_id"
            + " and p.revision = c.revision - 1 and p.kind in ("
            + places
            + ")))",
        both);
  }

  private static List<String> kinds(ChangeQuery query) {
    List<String> kinds = new ArrayList<>(ManeuverStorage.names(query.kinds()));
    kinds.add(ANY);
    return kinds;
  }

  private static Change change(ResultSet row) throws SQLException {
    boolean ofManeuver = row.getObject("maneuver_id") != null;
    return new Change(
        row.getLong("seq"),
        Type.valueOf(row.getString("type")),
        Micros.toInstant(row.getLong("at")),
        Reason.valueOf(row.getString("reason")),
        row.getInt("object"),
        ofManeuver ? ManeuverStorage.listed(row) : null);
  }

  /**
   * The state of the feed.
   *
   * @param newest number of the newest change
   * @param dropped number of the newest change that is no longer kept
   */
  private record State(long newest, long dropped) {}

  private static State state(JdbcTemplate jdbc) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select last_seq, dropped_through from feed where id = 1",
            (row, number) -> new State(row.getLong(1), row.getLong(2))));
  }
}

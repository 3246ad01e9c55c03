package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.Continuation.Known;
import space.maneuver.catalogue.maneuvers.Continuation.Revised;
import space.maneuver.catalogue.maneuvers.Continuation.Search;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Page;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Place;
import space.maneuver.catalogue.maneuvers.ManeuverRevision;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.OrbitRegime;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The maneuvers in the database, with their revisions. */
final class ManeuverStorage {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private static final String MODEL_AND_OBJECT =
      " v.name as model_name, v.version as model_version, v.sha256 as model_sha256,"
          + " o.name as object_name, o.regime as regime";

  private static final String JOINS =
      " join model_version v on v.id = %s.model_id join object o on o.norad_id = m.norad_id";

  private static final String SELECT =
      "select m.id, m.norad_id, m.revision, m.status, m.figures, m.backfill, m.reported_at,"
          + " m.updated_at, m.newest_element_set, m.merged_into, m.review,"
          + MODEL_AND_OBJECT;

  private static final String FROM = " from maneuver m" + String.format(JOINS, "m");

  /** Columns of a maneuver as it was at a revision r, named as those of its present state. */
  static final String SELECT_REVISION =
      "m.id, m.norad_id, r.revision, r.status, r.figures, m.backfill, m.reported_at,"
          + " r.at as updated_at, r.newest_element_set, r.merged_into, r.review,"
          + MODEL_AND_OBJECT;

  static final String JOIN_REVISION =
      " left join maneuver_revision r on r.maneuver_id = c.maneuver_id and r.revision = c.revision"
          + " left join maneuver m on m.id = c.maneuver_id"
          + " left join model_version v on v.id = r.model_id"
          + " left join object o on o.norad_id = m.norad_id";

  private ManeuverStorage() {}

  /** The maneuvers that findings of a search may continue, or that it may withdraw. */
  static List<Known> known(JdbcTemplate jdbc, Search search) {
    Instant to = search.to();
    return jdbc.query(
        SELECT
            + ", r.figures as told"
            + FROM
            + " join maneuver_revision r on r.maneuver_id = m.id and r.revision = m.revision"
            + " where m.norad_id = ? and m.latest >= ? and m.earliest < ? order by m.id",
        (row, number) -> new Known(maneuver(row), figures(row.getString("told"))),
        search.noradId(),
        Micros.of(search.from().minus(KeptManeuver.MARGIN)),
        to == null ? Long.MAX_VALUE : Micros.of(to.plus(KeptManeuver.MARGIN)));
  }

  /**
   * A maneuver to write.
   *
   * @param revised with its id
   * @param reason of its revision
   * @param modelId of its model in the database
   */
  record Written(Revised revised, Reason reason, int modelId) {

    KeptManeuver maneuver() {
      return revised.maneuver();
    }

    @Nullable Type told() {
      return revised.told();
    }
  }

  /** Writes maneuvers, and their revisions if something is told of them. */
  static void write(JdbcTemplate jdbc, List<Written> all) {
    jdbc.batchUpdate(
        "insert into maneuver (id, norad_id, revision, status, kind, epoch, earliest, latest,"
            + " confidence, figures, backfill, reported_at, updated_at, model_id,"
            + " newest_element_set, merged_into, review) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            + " on conflict (id) do update set revision = excluded.revision,"
            + " status = excluded.status, kind = excluded.kind, epoch = excluded.epoch,"
            + " earliest = excluded.earliest, latest = excluded.latest,"
            + " confidence = excluded.confidence, figures = excluded.figures,"
            + " updated_at = excluded.updated_at, model_id = excluded.model_id,"
            + " newest_element_set = excluded.newest_element_set,"
            + " merged_into = excluded.merged_into, review = excluded.review",
        all,
        Math.max(1, all.size()),
        (statement, written) -> {
          KeptManeuver each = written.maneuver();
          Maneuver figures = each.figures();
          statement.setLong(1, each.id());
          statement.setInt(2, each.noradId());
          statement.setInt(3, each.revision());
          statement.setString(4, each.status().name());
          statement.setString(5, figures.kind().name());
          statement.setLong(6, Micros.of(figures.epoch()));
          statement.setLong(7, Micros.of(figures.earliest()));
          statement.setLong(8, Micros.of(figures.latest()));
          statement.setDouble(9, figures.confidence());
          statement.setString(10, JSON.writeValueAsString(figures));
          statement.setInt(11, each.backfill() ? 1 : 0);
          statement.setLong(12, Micros.of(each.reportedAt()));
          statement.setLong(13, Micros.of(each.updatedAt()));
          statement.setInt(14, written.modelId());
          statement.setLong(15, Micros.of(each.newestElementSet()));
          statement.setObject(16, each.mergedInto(), Types.BIGINT);
          statement.setString(17, json(each.review()));
        });
    List<Written> told = all.stream().filter(each -> each.told() != null).toList();
    jdbc.batchUpdate(
        "insert into maneuver_revision (maneuver_id, revision, at, reason, status, figures,"
            + " model_id, newest_element_set, merged_into, review) values (?,?,?,?,?,?,?,?,?,?)",
        told,
        Math.max(1, told.size()),
        (statement, written) -> {
          KeptManeuver each = written.maneuver();
          statement.setLong(1, each.id());
          statement.setInt(2, each.revision());
          statement.setLong(3, Micros.of(each.updatedAt()));
          statement.setString(4, written.reason().name());
          statement.setString(5, each.status().name());
          statement.setString(6, JSON.writeValueAsString(each.figures()));
          statement.setInt(7, written.modelId());
          statement.setLong(8, Micros.of(each.newestElementSet()));
          statement.setObject(9, each.mergedInto(), Types.BIGINT);
          statement.setString(10, json(each.review()));
        });
  }

  /**
   * Number of an object's maneuvers from a time on, and the epoch of its last one; changes of drag
   * are none.
   */
  record Summary(int count, @Nullable Long last) {

    static Summary of(JdbcTemplate jdbc, int noradId, long from) {
      return jdbc.queryForObject(
          "select coalesce(sum(case when epoch >= ? then 1 else 0 end), 0), max(epoch) as last"
              + " from maneuver where norad_id = ? and status <> ? and kind <> ?",
          (row, number) -> new Summary(row.getInt(1), ObjectStorage.nullable(row, "last")),
          from,
          noradId,
          KeptStatus.WITHDRAWN.name(),
          Kind.DRAG_CHANGE.name());
    }
  }

  /** A maneuver; null if there is none with this id. */
  static @Nullable ListedManeuver find(JdbcTemplate jdbc, long id) {
    return jdbc.query(SELECT + FROM + " where m.id = ?", (row, number) -> listed(row), id).stream()
        .findFirst()
        .orElse(null);
  }

  /** The revisions of a maneuver in their order; none if there is no maneuver with this id. */
  static List<ManeuverRevision> revisions(JdbcTemplate jdbc, long id) {
    return jdbc.query(
        "select r.reason, "
            + SELECT_REVISION
            + " from maneuver_revision r join maneuver m on m.id = r.maneuver_id"
            + String.format(JOINS, "r")
            + " where r.maneuver_id = ? order by r.revision",
        (row, number) -> new ManeuverRevision(listed(row), Reason.valueOf(row.getString("reason"))),
        id);
  }

  /** A page of a list. */
  static Page list(JdbcTemplate jdbc, ManeuverQuery query) {
    Conditions conditions = new Conditions();
    conditions.anyOf("m.norad_id", query.noradIds());
    conditions.anyOf("o.regime", names(query.regimes()));
    KeptWatchLists.restrict(conditions, jdbc, "m.norad_id", query.watchlist());
    conditions.anyOf("m.kind", names(query.kinds()));
    conditions.anyOf("m.status", names(query.statuses()));
    conditions.add("m.confidence >= ?", query.minConfidence());
    conditions.add("m.epoch >= ?", micros(query.from()));
    conditions.add("m.epoch < ?", micros(query.to()));
    conditions.add("m.updated_at >= ?", micros(query.updatedSince()));
    String key = key(query.order());
    boolean ascending = query.order() == Order.OLDEST_EPOCH || query.order() == Order.OBJECT;
    Place after = query.after();
    if (after != null) {
      conditions.add(
          "(" + key + ", m.id) " + (ascending ? ">" : "<") + " (?, ?)", after.key(), after.id());
    }
    String direction = ascending ? "" : " desc";
    List<ListedManeuver> found =
        jdbc.query(
            SELECT
                + FROM
                + conditions.where()
                + " order by "
                + key
                + direction
                + ", m.id"
                + direction
                + " limit "
                + (query.limit() + 1),
            (row, number) -> listed(row),
            conditions.parameters());
    if (found.size() <= query.limit()) {
      return new Page(found, null);
    }
    List<ListedManeuver> page = List.copyOf(found.subList(0, query.limit()));
    KeptManeuver last = page.get(page.size() - 1).maneuver();
    long place =
        switch (query.order()) {
          case NEWEST_EPOCH, OLDEST_EPOCH -> Micros.of(last.figures().epoch());
          case LATEST_UPDATE -> Micros.of(last.updatedAt());
          case OBJECT -> last.noradId();
        };
    return new Page(page, new Place(place, last.id()));
  }

  private static String key(Order order) {
    return switch (order) {
      case NEWEST_EPOCH, OLDEST_EPOCH -> "m.epoch";
      case LATEST_UPDATE -> "m.updated_at";
      case OBJECT -> "m.norad_id";
    };
  }

  /** Deletes the maneuvers of an object, what was told of them, and its reviews. */
  static void delete(JdbcTemplate jdbc, int noradId) {
    jdbc.update(
        "delete from maneuver_revision where maneuver_id in"
            + " (select id from maneuver where norad_id = ?)",
        noradId);
    jdbc.update("delete from maneuver where norad_id = ?", noradId);
    jdbc.update("delete from review where norad_id = ?", noradId);
  }

  /** The conditions of a query that apply, with their parameters. */
  static final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition unless its value is null. */
    void add(String condition, @Nullable Object value) {
      if (value != null) {
        all.add(condition);
        parameters.add(value);
      }
    }

    void add(String condition, Object first, Object second) {
      all.add(condition);
      parameters.add(first);
      parameters.add(second);
    }

    void add(String condition, List<?> values) {
      all.add(condition);
      parameters.addAll(values);
    }

    /** Adds the condition that a column has one of some values, unless there are none. */
    void anyOf(String column, Collection<?> values) {
      if (!values.isEmpty()) {
        all.add(column + " in (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")");
        parameters.addAll(values);
      }
    }

    String where() {
      return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    Object[] parameters() {
      return parameters.toArray();
    }
  }

  static List<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toList();
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : Micros.of(instant);
  }

  static ListedManeuver listed(ResultSet row) throws SQLException {
    return new ListedManeuver(
        maneuver(row), row.getString("object_name"), OrbitRegime.valueOf(row.getString("regime")));
  }

  private static KeptManeuver maneuver(ResultSet row) throws SQLException {
    return new KeptManeuver(
        row.getLong("id"),
        row.getInt("norad_id"),
        row.getInt("revision"),
        KeptStatus.valueOf(row.getString("status")),
        figures(row.getString("figures")),
        row.getInt("backfill") != 0,
        Micros.toInstant(row.getLong("reported_at")),
        Micros.toInstant(row.getLong("updated_at")),
        new ModelVersion(
            row.getString("model_name"),
            row.getString("model_version"),
            row.getString("model_sha256")),
        Micros.toInstant(row.getLong("newest_element_set")),
        ObjectStorage.nullable(row, "merged_into"),
        review(row.getString("review")));
  }

  private static @Nullable String json(@Nullable Review review) {
    return review == null ? null : JSON.writeValueAsString(review);
  }

  private static @Nullable Review review(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, Review.class);
  }

  private static Maneuver figures(String json) {
    return JSON.readValue(json, Maneuver.class);
  }
}

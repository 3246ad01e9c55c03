package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.catalogue.ChangeStorage.Numbers;
import space.maneuver.catalogue.DueObject.Cause;
import space.maneuver.catalogue.ManeuverStorage.Summary;
import space.maneuver.catalogue.ManeuverStorage.Written;
import space.maneuver.catalogue.maneuvers.Continuation;
import space.maneuver.catalogue.maneuvers.Continuation.Revised;
import space.maneuver.catalogue.maneuvers.Continuation.Search;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;

/**
 * The objects that are to be searched. A claim keeps other processes and threads away from an
 * object; that of a process that died ends by itself, and its results are refused from then on.
 * Safe for many threads; its methods throw a {@link StoreUnavailableException} if the database does
 * not answer.
 */
public final class DueObjects {

  /** How long a claim holds: many times what its search takes on a busy machine. */
  static final Duration CLAIM = Duration.ofMinutes(10);

  private static final long MONTH = 30 * Micros.PER_DAY;

  private final Database database;
  private final Dialect dialect;
  private final ElementSetStorage elementSets;

  DueObjects(Database database, ElementSetStorage elementSets) {
    this.database = database;
    this.elementSets = elementSets;
    dialect = database.dialect();
  }

  /** Claims objects with new element sets, those that wait longest first. */
  public List<DueObject> claim(int most, Instant now) {
    return claim(Cause.ELEMENTS, most, now, "due_since is not null", "due_since, norad_id");
  }

  /** Claims objects whose last search was with a model that came into use before another one. */
  public List<DueObject> claimOlder(ModelVersion model, int most, Instant now) {
    int id = database.write(jdbc -> modelId(jdbc, model));
    return claim(
        Cause.MODEL,
        most,
        now,
        "due_since is null and searched_model < " + id,
        "searched_model, norad_id");
  }

  /** Gives claimed objects back unsearched. */
  public void release(List<DueObject> objects) {
    database.write(
        jdbc ->
            jdbc.batchUpdate(
                "update object set claimed_by = null, claimed_until = null"
                    + " where norad_id = ? and claimed_by = ?",
                objects.stream()
                    .map(each -> new Object[] {each.noradId(), each.claim()})
                    .toList()));
  }

  /** Ends all claims: those of a process that used an embedded store before this one. */
  void releaseAll() {
    database.write(
        jdbc ->
            jdbc.update(
                "update object set claimed_by = null, claimed_until = null"
                    + " where claimed_by is not null"));
  }

  /**
   * Stores what searches found, with what is told of it, and gives the objects back. Objects whose
   * claim has ended, or that have been deleted, are left out.
   *
   * @return number of changes that were told
   */
  public int finish(List<Searched> all) {
    return database.write(jdbc -> finish(jdbc, all));
  }

  /**
   * The last element sets of UTC days before the day of an epoch, in order of epoch, at most so
   * many.
   */
  public List<KeptElementSet> newestOfDays(int noradId, Instant before, int count) {
    long day = Math.floorDiv(Micros.of(before), Micros.PER_DAY);
    return elementSets.newestOfDays(noradId, day * Micros.PER_DAY, count);
  }

  /** The objects with new element sets, claimed or not. */
  public Backlog backlog() {
    return database.read(
        jdbc ->
            Objects.requireNonNull(
                jdbc.queryForObject(
                    "select count(*) as objects, min(due_since) as oldest from object"
                        + " where due_since is not null",
                    (row, number) ->
                        new Backlog(
                            row.getInt("objects"),
                            Micros.toInstantOrNull(ObjectStorage.nullable(row, "oldest"))))));
  }

  /**
   * What waits to be searched.
   *
   * @param objects number of objects
   * @param oldest when the first of them became due; null if there is none
   */
  public record Backlog(int objects, @Nullable Instant oldest) {}

  /** Number of element sets of an object from an epoch on. */
  public int elementSetsFrom(int noradId, Instant from) {
    return elementSets.count(noradId, Micros.of(from));
  }

  private List<DueObject> claim(
      Cause cause, int most, Instant now, String condition, String order) {
    return database.write(jdbc -> claim(jdbc, cause, most, now, condition, order));
  }

  private List<DueObject> claim(
      JdbcTemplate jdbc, Cause cause, int most, Instant now, String condition, String order) {
    String claim = UUID.randomUUID().toString();
    List<DueObject> claimed =
        jdbc.query(
            "select * from object where "
                + condition
                + " and (claimed_until is null or claimed_until < ?) order by "
                + order
                + " limit "
                + most
                + dialect.forUpdateSkipLocked(),
            (row, number) -> object(row, cause, claim),
            Micros.of(now));
    jdbc.batchUpdate(
        "update object set claimed_by = ?, claimed_until = ? where norad_id = ?",
        claimed.stream()
            .map(each -> new Object[] {claim, Micros.of(now.plus(CLAIM)), each.noradId()})
            .toList());
    return claimed;
  }

  private static DueObject object(ResultSet row, Cause cause, String claim) throws SQLException {
    return new DueObject(
        row.getInt("norad_id"),
        cause,
        Micros.toInstantOrNull(ObjectStorage.nullable(row, "due_from")),
        Micros.toInstantOrNull(ObjectStorage.nullable(row, "due_through")),
        Micros.toInstant(row.getLong("last_epoch")),
        Micros.toInstantOrNull(ObjectStorage.nullable(row, "searched_through")),
        ObjectStorage.nullable(row, "search_origin"),
        row.getLong("element_sets_revision"),
        claim);
  }

  private int finish(JdbcTemplate jdbc, List<Searched> all) {
    // Element sets are stored in the same order: nothing waits in a circle.
    List<Searched> ours =
        all.stream()
            .sorted(Comparator.comparingInt(each -> each.object().noradId()))
            .filter(each -> holds(jdbc, each.object()))
            .toList();
    List<Found> found = new ArrayList<>();
    for (Searched each : ours) {
      Search search = each.search();
      if (search != null) {
        for (Revised revised : Continuation.of(ManeuverStorage.known(jdbc, search), search)) {
          found.add(new Found(revised, each));
        }
      }
    }
    int told = 0;
    if (!found.isEmpty()) {
      told = write(jdbc, found);
    }
    for (Searched each : ours) {
      update(jdbc, each);
    }
    return told;
  }

  private record Found(Revised revised, Searched by) {}

  private boolean holds(JdbcTemplate jdbc, DueObject object) {
    return !jdbc.queryForList(
            "select 1 from object where norad_id = ? and claimed_by = ?" + dialect.forUpdate(),
            Integer.class,
            object.noradId(),
            object.claim())
        .isEmpty();
  }

  private static int write(JdbcTemplate jdbc, List<Found> found) {
    int changes = (int) found.stream().filter(each -> each.revised().told() != null).count();
    int maneuvers =
        (int) found.stream().filter(each -> each.revised().maneuver().id() == 0).count();
    Map<ModelVersion, Integer> models = new HashMap<>();
    long id = 0;
    long seq = 0;
    if (changes > 0) {
      Numbers numbers = ChangeStorage.take(jdbc, changes, maneuvers);
      id = numbers.maneuverId();
      seq = numbers.seq();
    }
    List<Written> all = new ArrayList<>();
    for (Found each : found) {
      KeptManeuver maneuver = each.revised().maneuver();
      int model = models.computeIfAbsent(maneuver.model(), next -> modelId(jdbc, next));
      all.add(
          new Written(
              maneuver.id() == 0
                  ? new Revised(maneuver.withId(id++), each.revised().told())
                  : each.revised(),
              each.by().reason(),
              model));
    }
    ManeuverStorage.write(jdbc, all);
    ChangeStorage.write(jdbc, all.stream().filter(each -> each.told() != null).toList(), seq);
    return changes;
  }

  private static void update(JdbcTemplate jdbc, Searched searched) {
    DueObject object = searched.object();
    Search search = searched.search();
    Instant remaining = searched.remaining();
    Instant through = remaining == null ? object.lastEpoch() : remaining;
    Summary summary = Summary.of(jdbc, object.noradId(), Micros.of(object.lastEpoch()) - MONTH);
    jdbc.update(
        "update object set searched_through = ?, search_origin = coalesce(?, search_origin),"
            + " searched_model = coalesce(?, searched_model), maneuvers_last_30_days = ?,"
            + " last_maneuver = ?, probability_30_days = coalesce(?, probability_30_days),"
            + " claimed_by = null, claimed_until = null where norad_id = ?",
        Micros.of(through),
        searched.origin(),
        search == null ? null : modelId(jdbc, search.model()),
        summary.count(),
        summary.last(),
        searched.probability30Days(),
        object.noradId());
    if (object.cause() != Cause.ELEMENTS) {
      return;
    }
    if (remaining == null) {
      // What came meanwhile is searched next.
      jdbc.update(
          "update object set due_from = null, due_through = null, due_since = null"
              + " where norad_id = ? and element_sets_revision = ?",
          object.noradId(),
          object.revision());
    } else {
      jdbc.update(
          "update object set due_from = ? where norad_id = ? and element_sets_revision = ?",
          Micros.of(remaining),
          object.noradId(),
          object.revision());
    }
  }

  /** The id of a model, which is given to it when it is first asked for. */
  private static int modelId(JdbcTemplate jdbc, ModelVersion model) {
    Integer known = knownModel(jdbc, model);
    if (known != null) {
      return known;
    }
    // One at a time: see ChangeStorage.
    ChangeStorage.take(jdbc, 0, 0);
    jdbc.update(
        "insert into model_version (id, name, version, sha256)"
            + " select coalesce(max(id), 0) + 1, ?, ?, ? from model_version where true"
            + " on conflict (sha256) do nothing",
        model.name(),
        model.version(),
        model.sha256());
    Integer given = knownModel(jdbc, model);
    if (given == null) {
      throw new IllegalStateException("the model was not stored: " + model);
    }
    return given;
  }

  private static @Nullable Integer knownModel(JdbcTemplate jdbc, ModelVersion model) {
    return jdbc
        .queryForList(
            "select id from model_version where sha256 = ?", Integer.class, model.sha256())
        .stream()
        .findFirst()
        .orElse(null);
  }
}

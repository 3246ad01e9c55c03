package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.catalogue.ManeuverStorage.Conditions;
import space.maneuver.catalogue.ManeuverStorage.Summary;
import space.maneuver.catalogue.ManeuverStorage.Written;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.Continuation.Revised;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.catalogue.maneuvers.Review.Verdict;

/**
 * What analysts judged of maneuvers and of stretches of histories. Safe for many threads; its
 * methods throw a {@link StoreUnavailableException} if the database does not answer.
 */
public final class KeptReviews {

  private static final long MONTH = 30 * Micros.PER_DAY;

  private final Database database;

  KeptReviews(Database database) {
    this.database = database;
  }

  /**
   * A verdict.
   *
   * @param start null: the interval of the maneuver; given if and only if {@code end} is
   * @param note at most 1,000 characters
   * @param by who judged
   */
  public record Judgment(
      Verdict verdict,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable String note,
      @Nullable String by) {}

  /**
   * Judges a maneuver; replaces the review that it has. The change is told in the feed, unless the
   * review says the same as before.
   *
   * @return the maneuver as it is now; empty if there is none with this id
   */
  public Optional<ListedManeuver> judge(long maneuverId, Judgment judgment, Instant now) {
    return database.write(
        jdbc ->
            locked(jdbc, maneuverId)
                .map(
                    before -> {
                      Review former = before.review();
                      Review review = of(before, judgment, now);
                      if (former != null && former.saysTheSame(review)) {
                        return before;
                      }
                      Review stored = review.withId(former == null ? nextId(jdbc) : former.id());
                      delete(jdbc, stored.id());
                      insert(jdbc, stored);
                      return revise(jdbc, before, stored, now);
                    })
                .map(after -> Objects.requireNonNull(ManeuverStorage.find(jdbc, after.id()))));
  }

  private static Review of(KeptManeuver maneuver, Judgment judgment, Instant now) {
    return new Review(
        0,
        maneuver.noradId(),
        maneuver.id(),
        judgment.verdict(),
        Objects.requireNonNullElse(judgment.start(), maneuver.figures().earliest()),
        Objects.requireNonNullElse(judgment.end(), maneuver.figures().latest()),
        judgment.note(),
        judgment.by(),
        now);
  }

  /**
   * Takes back the review of a maneuver.
   *
   * @return false if there is no maneuver with this id; true also if it has no review
   */
  public boolean takeBack(long maneuverId, Instant now) {
    return database.write(
        jdbc -> {
          Optional<KeptManeuver> found = locked(jdbc, maneuverId);
          found.ifPresent(maneuver -> takeBack(jdbc, maneuver, now));
          return found.isPresent();
        });
  }

  private static void takeBack(JdbcTemplate jdbc, KeptManeuver maneuver, Instant now) {
    Review review = maneuver.review();
    if (review != null) {
      delete(jdbc, review.id());
      revise(jdbc, maneuver, null, now);
    }
  }

  /**
   * Judges a stretch of an object's history.
   *
   * @param judgment with start and end
   * @return empty if there is no such object
   */
  public Optional<Review> judgeStretch(int noradId, Judgment judgment, Instant now) {
    return database.write(
        jdbc -> {
          if (lock(jdbc, noradId) == null) {
            return Optional.empty();
          }
          Review review =
              new Review(
                  nextId(jdbc),
                  noradId,
                  null,
                  judgment.verdict(),
                  Objects.requireNonNull(judgment.start()),
                  Objects.requireNonNull(judgment.end()),
                  judgment.note(),
                  judgment.by(),
                  now);
          insert(jdbc, review);
          return Optional.of(review);
        });
  }

  /**
   * Removes a review, of a maneuver or of a stretch.
   *
   * @return false if there is none with this id
   */
  public boolean remove(long id, Instant now) {
    return database.write(
        jdbc -> {
          Review known =
              jdbc
                  .query("select * from review where id = ?", (row, number) -> review(row), id)
                  .stream()
                  .findFirst()
                  .orElse(null);
          if (known == null) {
            return false;
          }
          Long maneuverId = known.maneuverId();
          if (maneuverId == null) {
            return delete(jdbc, id) > 0;
          }
          locked(jdbc, maneuverId).ifPresent(maneuver -> takeBack(jdbc, maneuver, now));
          return true;
        });
  }

  /**
   * Reviews in the order of their ids.
   *
   * @param noradIds of these objects; of all if empty
   * @param after id after which to begin; 0: the first one
   * @param limit greatest number
   */
  public List<Review> list(Set<Integer> noradIds, long after, int limit) {
    Conditions conditions = new Conditions();
    conditions.add("id > ?", after);
    conditions.anyOf("norad_id", noradIds);
    return database.read(
        jdbc ->
            jdbc.query(
                "select * from review" + conditions.where() + " order by id limit " + limit,
                (row, number) -> review(row),
                conditions.parameters()));
  }

  /** A maneuver whose object no search changes until the end of the transaction. */
  private Optional<KeptManeuver> locked(JdbcTemplate jdbc, long maneuverId) {
    ListedManeuver found = ManeuverStorage.find(jdbc, maneuverId);
    if (found == null || lock(jdbc, found.maneuver().noradId()) == null) {
      return Optional.empty();
    }
    // What a search has changed meanwhile.
    return Optional.ofNullable(ManeuverStorage.find(jdbc, maneuverId))
        .map(ListedManeuver::maneuver);
  }

  /** Epoch of an object's newest element set; null if there is no such object. */
  private @Nullable Long lock(JdbcTemplate jdbc, int noradId) {
    return jdbc
        .queryForList(
            "select last_epoch from object where norad_id = ?" + database.dialect().forUpdate(),
            Long.class,
            noradId)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static long nextId(JdbcTemplate jdbc) {
    jdbc.update("update feed set last_review_id = last_review_id + 1 where id = 1");
    return Objects.requireNonNull(
        jdbc.queryForObject("select last_review_id from feed where id = 1", Long.class));
  }

  private static KeptManeuver revise(
      JdbcTemplate jdbc, KeptManeuver before, @Nullable Review review, Instant now) {
    KeptManeuver next = before.reviewed(review, now);
    boolean back = before.withdrawn() && !next.withdrawn();
    Integer model =
        jdbc.queryForObject(
            "select model_id from maneuver where id = ?", Integer.class, before.id());
    List<Written> told =
        List.of(
            new Written(
                new Revised(next, back ? Type.REPORTED : Type.UPDATED),
                Reason.REVIEW,
                Objects.requireNonNull(model)));
    long seq = ChangeStorage.take(jdbc, 1, 0).seq();
    ManeuverStorage.write(jdbc, told);
    ChangeStorage.write(jdbc, told, seq);
    if (back) {
      count(jdbc, next.noradId());
    }
    return next;
  }

  /** Counts the maneuvers of an object again. */
  private static void count(JdbcTemplate jdbc, int noradId) {
    long last =
        Objects.requireNonNull(
            jdbc.queryForObject(
                "select last_epoch from object where norad_id = ?", Long.class, noradId));
    Summary summary = Summary.of(jdbc, noradId, last - MONTH);
    jdbc.update(
        "update object set maneuvers_last_30_days = ?, last_maneuver = ? where norad_id = ?",
        summary.count(),
        summary.last(),
        noradId);
  }

  private static int delete(JdbcTemplate jdbc, long id) {
    return jdbc.update("delete from review where id = ?", id);
  }

  private static void insert(JdbcTemplate jdbc, Review review) {
    jdbc.update(
        "insert into review (id, norad_id, maneuver_id, verdict, starts_at, ends_at, note,"
            + " reviewer, at) values (?,?,?,?,?,?,?,?,?)",
        review.id(),
        review.noradId(),
        review.maneuverId(),
        review.verdict().name(),
        Micros.of(review.start()),
        Micros.of(review.end()),
        review.note(),
        review.by(),
        Micros.of(review.at()));
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getLong("id"),
        row.getInt("norad_id"),
        ObjectStorage.nullable(row, "maneuver_id"),
        Verdict.valueOf(row.getString("verdict")),
        Micros.toInstant(row.getLong("starts_at")),
        Micros.toInstant(row.getLong("ends_at")),
        row.getString("note"),
        row.getString("reviewer"),
        Micros.toInstant(row.getLong("at")));
  }
}

package space.maneuver.catalogue.maneuvers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst judged of a maneuver, or of a stretch of an object's history.
 *
 * @param id unique in the catalogue; ascending in the order of the first verdicts; 0 before it is
 *     stored
 * @param noradId catalogue number of the object
 * @param maneuverId id of the maneuver; null for a stretch, of which the catalogue may have no
 *     maneuver
 * @param start of the judged interval; of a burn, the earliest time at which it may have begun
 * @param end of the judged interval, not before its start
 * @param note remark of the analyst, if any
 * @param by who judged; null if the service has no access control
 * @param at time of the verdict
 */
public record Review(
    long id,
    int noradId,
    @Nullable Long maneuverId,
    Verdict verdict,
    Instant start,
    Instant end,
    @Nullable String note,
    @Nullable String by,
    Instant at) {

  /** A verdict. Part of the HTTP API. */
  public enum Verdict {
    /** There was a burn in the interval. */
    BURN,
    /** What was found in the interval is none. */
    NO_BURN,
    /** There was no burn in the interval, in which nothing was found. */
    QUIET,
    UNSURE;

    /** Name in requests and responses, such as "no-burn". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict of a name; null if there is none. */
    @JsonCreator
    public static @Nullable Verdict of(String label) {
      return Arrays.stream(values())
          .filter(each -> each.label().equals(label))
          .findFirst()
          .orElse(null);
    }
  }

  /** The same review with an id. */
  public Review withId(long given) {
    return new Review(given, noradId, maneuverId, verdict, start, end, note, by, at);
  }

  /** Whether another review says the same, whoever gave it and when. */
  public boolean saysTheSame(Review other) {
    return verdict == other.verdict
        && start.equals(other.start)
        && end.equals(other.end)
        && (note == null ? other.note == null : note.equals(other.note));
  }
}

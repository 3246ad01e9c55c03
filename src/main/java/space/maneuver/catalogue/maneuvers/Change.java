package space.maneuver.catalogue.maneuvers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the feed.
 *
 * @param seq its place: entries become visible in ascending order
 * @param type what happened
 * @param at when
 * @param reason why
 * @param noradId catalogue number of the object
 * @param maneuver as it is from this change on; null for a deleted object
 */
public record Change(
    long seq,
    Type type,
    Instant at,
    Reason reason,
    int noradId,
    @Nullable ListedManeuver maneuver) {

  /** What happened. Part of the HTTP API; more values may be added. */
  public enum Type {
    /** First found, or found again after it was withdrawn. */
    REPORTED("maneuver.reported"),
    UPDATED("maneuver.updated"),
    CONFIRMED("maneuver.confirmed"),
    WITHDRAWN("maneuver.withdrawn"),
    /** An object was deleted, with its maneuvers. */
    OBJECT_DELETED("object.deleted");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    /** Name in responses, such as "maneuver.reported". */
    @JsonValue
    public String label() {
      return label;
    }
  }

  /** Why something changed. Part of the HTTP API; more values may be added. */
  public enum Reason {
    /** New element sets. */
    ELEMENTS,
    /** Another model, or version of it. */
    MODEL,
    /** Element sets older than the newest one, or in place of known ones. */
    REISSUE,
    /** A review. */
    REVIEW;

    /** Name in responses, such as "elements". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

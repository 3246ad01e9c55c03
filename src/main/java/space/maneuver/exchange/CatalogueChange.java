package space.maneuver.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.ListedManeuver;

/**
 * An entry of the feed as others read it.
 *
 * @param seq its place
 * @param type what happened
 * @param at when
 * @param reason why
 * @param noradId catalogue number of the object
 * @param backfill whether the maneuver was more than 30 days older than its object's newest element
 *     set when it was first found
 * @param maneuver as it is from this change on; null for a deleted object
 */
public record CatalogueChange(
    long seq,
    Type type,
    Instant at,
    Reason reason,
    int noradId,
    boolean backfill,
    @Nullable CatalogueManeuver maneuver) {

  public static CatalogueChange of(Change change) {
    ListedManeuver listed = change.maneuver();
    return new CatalogueChange(
        change.seq(),
        change.type(),
        change.at(),
        change.reason(),
        change.noradId(),
        listed != null && listed.maneuver().backfill(),
        listed == null ? null : CatalogueManeuver.of(listed));
  }
}

package space.maneuver.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object that a search has claimed.
 *
 * @param noradId catalogue number
 * @param cause why it is due
 * @param from epoch of the first element set since the last search; null for {@link Cause#MODEL}
 * @param through epoch of the last of them; null likewise
 * @param lastEpoch epoch of its newest element set
 * @param searchedThrough epoch of the newest element set of the last search; null if there was none
 * @param origin a UTC day on which a window of the last search began, in days since 1970-01-01
 * @param revision of its element sets
 * @param claim what identifies the claim
 */
public record DueObject(
    int noradId,
    Cause cause,
    @Nullable Instant from,
    @Nullable Instant through,
    Instant lastEpoch,
    @Nullable Instant searchedThrough,
    @Nullable Long origin,
    long revision,
    String claim) {

  /** Why an object is due. */
  public enum Cause {
    /** It has element sets that no search has seen. */
    ELEMENTS,
    /** A newer model than that of its last search is served. */
    MODEL
  }
}

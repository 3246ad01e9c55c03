package space.maneuver.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Continuation.Search;

/**
 * What a search of a claimed object found.
 *
 * @param search null if the object has too few element sets, or cannot be searched
 * @param reason of the changes
 * @param origin as {@link DueObject#origin}, for the next search
 * @param probability30Days of a maneuver in the 30 days up to the newest element set; null if it
 *     was not searched
 * @param remaining epoch of the first element set that the search did not reach; null if it reached
 *     all
 */
public record Searched(
    DueObject object,
    @Nullable Search search,
    Reason reason,
    @Nullable Long origin,
    @Nullable Double probability30Days,
    @Nullable Instant remaining) {}

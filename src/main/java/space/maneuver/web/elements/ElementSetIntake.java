package space.maneuver.web.elements;

import java.util.List;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.orbit.History;

/**
 * The element sets of a request.
 *
 * @param histories one per object, in the order in which they first appear; at least one; each is
 *     made when it is asked for
 * @param rejected the first of the records that were not usable
 * @param rejectedCount number of all of them
 */
public record ElementSetIntake(
    List<History> histories, List<RejectedRecord> rejected, int rejectedCount) {}

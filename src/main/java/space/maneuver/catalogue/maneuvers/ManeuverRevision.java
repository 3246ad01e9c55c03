package space.maneuver.catalogue.maneuvers;

import space.maneuver.catalogue.maneuvers.Change.Reason;

/**
 * What was told of a maneuver at a time.
 *
 * @param maneuver as it was from {@link KeptManeuver#updatedAt()} on
 * @param reason why it was told
 */
public record ManeuverRevision(ListedManeuver maneuver, Reason reason) {}

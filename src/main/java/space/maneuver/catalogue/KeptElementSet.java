package space.maneuver.catalogue;

import space.maneuver.orbit.format.PublishedElementSet;

/**
 * An element set of the catalogue.
 *
 * @param published as it was published
 * @param source what brought it, such as "upload" or the name of a publisher
 */
public record KeptElementSet(PublishedElementSet published, String source) {}

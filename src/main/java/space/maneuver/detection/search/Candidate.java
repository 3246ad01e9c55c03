package space.maneuver.detection.search;

/**
 * Two element sets that a burn may lie between.
 *
 * @param before index in the arc of the one that begins the gap
 * @param after index of the one that ends it, above {@code before}
 * @param score uncalibrated, above 0 and below 1; the higher, the surer
 */
public record Candidate(int before, int after, double score) {}

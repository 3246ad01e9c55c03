package space.maneuver.detection;

/**
 * A gap between two element sets that a burn may lie in.
 *
 * @param gap index of the element set that ends it
 * @param score uncalibrated, above 0 and below 1; the higher, the surer
 */
record Candidate(int gap, double score) {}

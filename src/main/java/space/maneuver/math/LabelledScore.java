package space.maneuver.math;

/**
 * A score and the truth about what was scored.
 *
 * @param score the higher, the surer
 * @param positive whether there was a burn
 */
public record LabelledScore(double score, boolean positive) {}

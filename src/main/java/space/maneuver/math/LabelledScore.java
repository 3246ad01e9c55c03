package space.maneuver.math;

/**
 * A score with its label.
 *
 * @param score score, higher for more confident
 * @param positive whether there was a burn
 */
public record LabelledScore(double score, boolean positive) {}

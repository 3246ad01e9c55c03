package space.maneuver.math;

/**
 * A 95 % interval of a figure.
 *
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 */
public record Interval(double low, double high) {}

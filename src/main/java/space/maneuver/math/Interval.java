package space.maneuver.math;

/**
 * Where a figure lies in 95 of 100 resamples.
 *
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 */
public record Interval(double low, double high) {}

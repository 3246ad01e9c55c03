package space.maneuver.detection.reconstruction;

/**
 * When a burn was, days since 1970.
 *
 * @param time best estimate
 * @param earliest begin of an interval that holds it with a probability of 90 %
 * @param latest end of that interval
 */
public record BurnTime(double time, double earliest, double latest) {}

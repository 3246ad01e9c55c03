package space.maneuver.features;

/**
 * How one channel is brought to a scale that a network handles.
 *
 * @param kind of the scaling
 * @param centre subtracted first, in the unit of the channel
 * @param scale divisor, in the unit of the channel
 */
public record ChannelScaling(String kind, double centre, double scale) {}

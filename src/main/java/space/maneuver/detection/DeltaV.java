package space.maneuver.detection;

import org.jspecify.annotations.Nullable;

/**
 * Velocity change of a maneuver, m/s, estimated from what changes between element sets by Gauss'
 * variational equations.
 *
 * @param radial size along the radius, without a sign; null when the elements cannot tell
 * @param alongTrack positive raises the orbit; 0 when below its own noise
 * @param crossTrack size along the orbit normal, without a sign; 0 when below its own noise
 * @param total root of the sum of squares
 * @param sigma standard deviation of {@code total}
 */
public record DeltaV(
    @Nullable Double radial, double alongTrack, double crossTrack, double total, double sigma) {}

package space.maneuver.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.DeltaV;
import space.maneuver.detection.reconstruction.ManeuverStatus;
import space.maneuver.detection.reconstruction.ManeuverType;

/**
 * One detected maneuver.
 *
 * @param epoch best estimate of its time
 * @param earliest begin of an interval that holds it with a probability of 90 %
 * @param latest end of that interval; not after the object's newest element set, since nothing is
 *     known of what follows it
 * @param confidence 0 to 1, strictly monotone in the model's raw score
 * @param status whether it is at or above the model's threshold and enough element sets follow
 * @param elementSetsSince element sets after {@code epoch}
 * @param type direction of the delta-v
 * @param deltaV null below the noise floor, or where fewer than three element sets lie between this
 *     maneuver and a neighbouring one
 */
public record Maneuver(
    Instant epoch,
    Instant earliest,
    Instant latest,
    double confidence,
    ManeuverStatus status,
    int elementSetsSince,
    ManeuverType type,
    @Nullable DeltaV deltaV) {}

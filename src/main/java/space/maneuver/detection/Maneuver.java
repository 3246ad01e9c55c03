package space.maneuver.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One detected maneuver.
 *
 * @param epoch best estimate of its time
 * @param earliest epoch of the element set that begins the interval in which the orbit changed; no
 *     confidence bound: an element set may show a burn later than the next one
 * @param latest epoch of the element set that ends it
 * @param confidence 0 to 1, strictly monotone in the model's raw score
 * @param status whether enough element sets follow
 * @param elementSetsSince element sets after {@code epoch}
 * @param type direction of the delta-v
 * @param deltaV null below the noise floor
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

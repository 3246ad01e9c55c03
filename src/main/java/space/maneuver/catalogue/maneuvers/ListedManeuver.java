package space.maneuver.catalogue.maneuvers;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * A maneuver with what is known of its object.
 *
 * @param name of the object, if any
 * @param regime of the object's newest element set
 */
public record ListedManeuver(KeptManeuver maneuver, @Nullable String name, OrbitRegime regime) {}

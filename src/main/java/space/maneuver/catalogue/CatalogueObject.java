package space.maneuver.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * An object of the catalogue; name, orbit and regime are those of its newest element set.
 *
 * @param elementSets number of element sets, one of each epoch
 * @param searchedThrough epoch up to which maneuvers have been searched; null: not yet
 * @param perigeeKm height above the equatorial radius of the Earth, as {@code apogeeKm}
 * @param maneuversLast30Days maneuvers in the 30 days up to {@code lastEpoch}
 * @param probability30Days probability of a maneuver in these days; null: not yet known
 * @param lastManeuver epoch of the last maneuver; null: none
 */
public record CatalogueObject(
    int noradId,
    @Nullable String name,
    @Nullable String internationalDesignator,
    @Nullable String objectType,
    OrbitRegime regime,
    long elementSets,
    Instant firstEpoch,
    Instant lastEpoch,
    @Nullable Instant searchedThrough,
    double perigeeKm,
    double apogeeKm,
    double inclinationDeg,
    int maneuversLast30Days,
    @Nullable Double probability30Days,
    @Nullable Instant lastManeuver) {}

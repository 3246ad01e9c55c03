/**
 * Element sets, histories, orbit regimes and SGP4. All quantities carry their unit.
 *
 * <p>There are two ways to build histories. {@link space.maneuver.orbit.ElementSetStore} accepts
 * element sets in any order and holds all of them, about 100 bytes each, up to a limit; it is the
 * default. {@link space.maneuver.orbit.GroupedHistories} streams in constant memory but requires
 * input grouped by object; it rejects an object that reappears.
 */
@NullMarked
package space.maneuver.orbit;

import org.jspecify.annotations.NullMarked;

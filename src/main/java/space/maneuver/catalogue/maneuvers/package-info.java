/**
 * Maneuvers that live: each keeps its id while later element sets correct it, and what changes is
 * told in an ordered feed.
 */
@NullMarked
package space.maneuver.catalogue.maneuvers;

import org.jspecify.annotations.NullMarked;

/**
 * Searches again what is due: reads as much of an object's history as the stretch needs whose
 * maneuvers can change, and stores what a search of that finds.
 */
@NullMarked
package space.maneuver.catalogue.search;

import org.jspecify.annotations.NullMarked;

/** Searches histories for maneuvers: peaks of the probability of a burn over time. */
@NullMarked
package space.maneuver.detection.search;

import org.jspecify.annotations.NullMarked;

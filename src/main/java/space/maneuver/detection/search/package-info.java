/** Where maneuvers are: peaks of the probability over a history. */
@NullMarked
package space.maneuver.detection.search;

import org.jspecify.annotations.NullMarked;

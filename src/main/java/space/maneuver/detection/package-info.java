/**
 * From windows to probabilities, and from histories to maneuvers: normalises, pads, batches,
 * calibrates and decides.
 */
@NullMarked
package space.maneuver.detection;

import org.jspecify.annotations.NullMarked;

/**
 * From windows to logits: sessions, admission, queue, batches, padding and inference threads. Knows
 * nothing about orbits.
 */
@NullMarked
package space.maneuver.inference;

import org.jspecify.annotations.NullMarked;

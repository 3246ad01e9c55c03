/**
 * From windows to logits: sessions, admission, queue, batches, padding and inference threads. Uses
 * no orbital mechanics.
 */
@NullMarked
package space.maneuver.inference;

import org.jspecify.annotations.NullMarked;

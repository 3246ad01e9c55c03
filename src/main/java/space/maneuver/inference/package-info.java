/**
 * From windows to logits: sessions, admission, queue, batches, padding and inference threads. It
 * does not depend on anything about orbits.
 */
@NullMarked
package space.maneuver.inference;

import org.jspecify.annotations.NullMarked;

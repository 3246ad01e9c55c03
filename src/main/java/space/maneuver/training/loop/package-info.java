/** The training loop: optimizer, learning rate schedule, checkpoints. */
@NullMarked
package space.maneuver.training.loop;

import org.jspecify.annotations.NullMarked;

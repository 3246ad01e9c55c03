/**
 * The networks of bundles, run by DJL. Hands out only records, float arrays and byte buffers; no
 * type of the deep learning library leaves this package.
 */
@NullMarked
package space.maneuver.model.torch;

import org.jspecify.annotations.NullMarked;

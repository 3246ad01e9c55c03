/**
 * The networks of bundles, run by DJL. Exposes only records, float arrays and byte buffers; no type
 * of DJL leaves this package.
 */
@NullMarked
package space.maneuver.model.torch;

import org.jspecify.annotations.NullMarked;

/**
 * Bundles and the networks in them. Outward only records, float arrays and byte buffers; no type of
 * the deep learning library leaves this package.
 */
@NullMarked
package space.maneuver.model;

import org.jspecify.annotations.NullMarked;

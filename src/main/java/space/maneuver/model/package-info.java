/** Bundles, the networks in them, and which of them are served. */
@NullMarked
package space.maneuver.model;

import org.jspecify.annotations.NullMarked;

/** Bundles, the networks in them, and the registry of served models. */
@NullMarked
package space.maneuver.model;

import org.jspecify.annotations.NullMarked;

/** Bundles, the networks in them, and the registry of the models in service. */
@NullMarked
package space.maneuver.model;

import org.jspecify.annotations.NullMarked;

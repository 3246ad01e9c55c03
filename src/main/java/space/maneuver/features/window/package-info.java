/**
 * A window of features: its rows, what its columns are, and how they are scaled for the network.
 */
@NullMarked
package space.maneuver.features.window;

import org.jspecify.annotations.NullMarked;

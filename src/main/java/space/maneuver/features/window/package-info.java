/**
 * Windows of features: their values, the schema of their columns, and their scaling for the
 * network.
 */
@NullMarked
package space.maneuver.features.window;

import org.jspecify.annotations.NullMarked;

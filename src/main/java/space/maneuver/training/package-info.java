/** Training of networks and writing of bundles with their model cards. */
@NullMarked
package space.maneuver.training;

import org.jspecify.annotations.NullMarked;

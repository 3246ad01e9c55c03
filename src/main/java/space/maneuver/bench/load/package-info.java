/** A load generator for HTTP: connections, plans, and a tally of the answers. */
@NullMarked
package space.maneuver.bench.load;

import org.jspecify.annotations.NullMarked;

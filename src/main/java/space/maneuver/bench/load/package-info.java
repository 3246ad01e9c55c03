/** An HTTP load generator: connections, plans and a tally of the replies. */
@NullMarked
package space.maneuver.bench.load;

import org.jspecify.annotations.NullMarked;

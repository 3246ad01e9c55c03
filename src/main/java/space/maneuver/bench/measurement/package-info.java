/** Measurement of time, memory and CPU of this process and of a server process. */
@NullMarked
package space.maneuver.bench.measurement;

import org.jspecify.annotations.NullMarked;

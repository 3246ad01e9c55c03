/** Benchmarks of the service on this machine and proofs of its behavior under load. */
@NullMarked
package space.maneuver.bench;

import org.jspecify.annotations.NullMarked;

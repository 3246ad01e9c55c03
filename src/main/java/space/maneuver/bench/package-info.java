/** Benchmarks of the service on this machine, and proofs of its behaviour under load. */
@NullMarked
package space.maneuver.bench;

import org.jspecify.annotations.NullMarked;

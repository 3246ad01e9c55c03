/**
 * Measures the program: reading, features, the network alone, the service in this process and over
 * HTTP. The load is made here, the service under it is another process.
 */
@NullMarked
package space.maneuver.command.bench;

import org.jspecify.annotations.NullMarked;

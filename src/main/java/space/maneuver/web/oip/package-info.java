/** The Open Inference Protocol, version 2. */
@NullMarked
package space.maneuver.web.oip;

import org.jspecify.annotations.NullMarked;

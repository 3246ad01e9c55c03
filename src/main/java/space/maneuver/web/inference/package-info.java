/** The Open Inference Protocol, version 2, with tensors as JSON or as binary data. */
@NullMarked
package space.maneuver.web.inference;

import org.jspecify.annotations.NullMarked;

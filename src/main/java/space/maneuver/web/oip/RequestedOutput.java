package space.maneuver.web.oip;

import org.jspecify.annotations.Nullable;

/**
 * A tensor that the answer should have.
 *
 * @param name of the tensor
 * @param binary whether as binary data; null where the request as a whole decides
 */
record RequestedOutput(String name, @Nullable Boolean binary) {}

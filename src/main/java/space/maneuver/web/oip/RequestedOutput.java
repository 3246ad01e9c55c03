package space.maneuver.web.oip;

import org.jspecify.annotations.Nullable;

/**
 * A tensor to include in the response.
 *
 * @param name of the tensor
 * @param binary whether to return it as binary data; null if the request as a whole decides
 */
record RequestedOutput(String name, @Nullable Boolean binary) {}

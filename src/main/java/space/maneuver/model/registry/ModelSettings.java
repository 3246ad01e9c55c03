package space.maneuver.model.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which bundles there are.
 *
 * @param directory of further bundles, each in its own directory; one named like a bundle of the
 *     class path takes its place, with all its versions
 * @param defaultName of the bundle that answers when none is asked for
 */
public record ModelSettings(@Nullable Path directory, String defaultName) {}

package space.maneuver.model.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The models to serve.
 *
 * @param directory directory of additional bundles, one subdirectory each; a bundle there replaces
 *     all versions of the bundled model of the same name; null: bundled models only
 * @param defaultName model of requests that name none
 */
public record ModelSettings(@Nullable Path directory, String defaultName) {}

package space.maneuver.web.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The models to serve.
 *
 * @param directory directory of additional bundles, one subdirectory each; a bundle there replaces
 *     all versions of the bundled model of the same name; null: bundled models only
 * @param defaultName model of requests that name none
 * @param pollInterval how often the directory is checked for changes; a bundle is loaded once its
 *     files are the same in two checks in a row; 0: only on startup
 * @param solarFlux CSV file of the daily solar flux F10.7 (CelesTrak's SW-All.csv), for models
 *     trained with it; null: none
 */
@ConfigurationProperties("maneuver.models")
record ModelsProperties(
    @Nullable Path directory,
    @Name("default") @DefaultValue("maneuver-lstm") String defaultName,
    @DefaultValue("2s") Duration pollInterval,
    @Nullable Path solarFlux) {}

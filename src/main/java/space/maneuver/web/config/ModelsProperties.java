package space.maneuver.web.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Which models there are.
 *
 * @param directory with more bundles, a folder each; null for the bundled ones alone
 * @param defaultName model of requests that name none
 * @param pollInterval how often the directory is looked at; never again if zero
 * @param solarFlux file of F10.7 by day for models trained with it, as CelesTrak publishes it in
 *     CSV
 */
@ConfigurationProperties("maneuver.models")
record ModelsProperties(
    @Nullable Path directory,
    @Name("default") @DefaultValue("maneuver-lstm") String defaultName,
    @DefaultValue("2s") Duration pollInterval,
    @Nullable Path solarFlux) {}

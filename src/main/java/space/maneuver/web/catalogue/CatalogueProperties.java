package space.maneuver.web.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the catalogue is searched and read.
 *
 * @param searchThreads threads that search objects with new element sets; 0: half of the cores, at
 *     least one
 * @param researchDays days before its newest element set in which an object is searched again with
 *     a new model
 * @param streams maximum number of open streams of changes
 */
@ConfigurationProperties("maneuver.catalogue")
@Validated
record CatalogueProperties(
    @DefaultValue("0") @Min(0) @Max(256) int searchThreads,
    @DefaultValue("90") @Min(1) @Max(100_000) int researchDays,
    @DefaultValue("256") @Min(0) int streams) {

  int threads() {
    return searchThreads > 0
        ? searchThreads
        : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}

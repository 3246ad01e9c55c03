package space.maneuver.web.catalogue;

import jakarta.validation.constraints.AssertTrue;
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
 * @param keepElementSetsDays days before its newest element set for which the element sets of an
 *     object are kept, at least 200, which a search may read; 0: all are kept
 * @param keepChangesDays days for which changes are kept in the feed; 0: all are kept
 * @param streams maximum number of open streams of changes
 */
@ConfigurationProperties("maneuver.catalogue")
@Validated
record CatalogueProperties(
    @DefaultValue("0") @Min(0) @Max(256) int searchThreads,
    @DefaultValue("90") @Min(1) @Max(100_000) int researchDays,
    @DefaultValue("0") @Min(0) @Max(100_000) int keepElementSetsDays,
    @DefaultValue("0") @Min(0) @Max(100_000) int keepChangesDays,
    @DefaultValue("256") @Min(0) int streams) {

  private static final int FEWEST_DAYS = 200;

  @AssertTrue(message = "keep-element-sets-days must be 0 or at least " + FEWEST_DAYS)
  boolean isEnoughKept() {
    return keepElementSetsDays == 0 || keepElementSetsDays >= FEWEST_DAYS;
  }

  int threads() {
    return searchThreads > 0
        ? searchThreads
        : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}

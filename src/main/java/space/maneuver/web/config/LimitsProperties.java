package space.maneuver.web.config;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one request may hold.
 *
 * @param body bytes of a body, as sent and inflated; NDJSON has no such bound
 * @param line bytes of one NDJSON line
 * @param windows windows of a request that is not NDJSON
 * @param elementSets element sets of a request, rejected ones included
 * @param steps steps of a window
 * @param batch NDJSON lines that are answered together when they arrive together
 * @param reportedRejections rejected element sets that an answer lists; the others are counted
 */
@ConfigurationProperties("maneuver.limits")
@Validated
public record LimitsProperties(
    @DefaultValue("64MB") DataSize body,
    @DefaultValue("1MB") DataSize line,
    @DefaultValue("4096") @Min(1) int windows,
    @DefaultValue("1000000") @Min(1) int elementSets,
    @DefaultValue("1024") @Min(60) int steps,
    @DefaultValue("256") @Min(1) int batch,
    @DefaultValue("1000") @Min(1) int reportedRejections) {}

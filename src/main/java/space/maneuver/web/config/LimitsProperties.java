package space.maneuver.web.config;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits on the size of one request.
 *
 * @param body maximum size of a request body, both as sent and after decompression; NDJSON bodies
 *     are not limited
 * @param line maximum size of one NDJSON line
 * @param windows maximum number of windows in one request; NDJSON is not limited
 * @param elementSets maximum number of element sets in one request, rejected ones included
 * @param steps maximum number of steps in one window, at least 60
 * @param batch maximum number of NDJSON lines predicted together when they arrive together
 * @param reportedRejections maximum number of rejected element sets listed in a response; the rest
 *     are only counted
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
